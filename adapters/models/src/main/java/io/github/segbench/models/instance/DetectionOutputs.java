package io.github.segbench.models.instance;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.models.NetworkOutputs;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Where a network's outputs have the boxes, labels and scores of its detections. Every output may
 * have a leading batch dimension of 1.
 *
 * @param boxes name of an output, float32 {@code [n, columns]}
 * @param labels name of an output, int64 or int32 {@code [n]}; not read if the boxes have them
 * @param scores name of an output, float32 {@code [n]}; not read if the boxes have them
 */
record DetectionOutputs(String boxes, String labels, String scores, BoxFormat format) {
  private static final String BOXES = "boxesOutput";
  private static final String LABELS = "labelsOutput";
  private static final String SCORES = "scoresOutput";
  private static final String BOX_FORMAT = "boxFormat";
  private static final List<ElementType> LABEL_TYPES =
      List.of(ElementType.INT64, ElementType.INT32);

  static List<OptionSpec> options() {
    return List.of(
        OptionSpec.string(BOXES, "boxes", "Name of the output with the boxes, float32 [n, 4]."),
        OptionSpec.string(LABELS, "labels", "Name of the output with the labels, int64 [n]."),
        OptionSpec.string(SCORES, "scores", "Name of the output with the scores, float32 [n]."),
        OptionSpec.choice(
            BOX_FORMAT,
            BoxFormat.EDGES.id(),
            BoxFormat.ids(),
            "What a box is: its edges, [n, 4], and its score too, [n, 5], and its label, [n, 6]."));
  }

  static DetectionOutputs of(Options options) {
    return new DetectionOutputs(
        options.string(BOXES),
        options.string(LABELS),
        options.string(SCORES),
        BoxFormat.of(options.string(BOX_FORMAT)));
  }

  /** Name of the output that has the labels. */
  String labelsName() {
    return format.hasLabel() ? boxes : labels;
  }

  /** Name of the output that has the scores. */
  String scoresName() {
    return format.hasScore() ? boxes : scores;
  }

  /**
   * The rows of one image.
   *
   * @throws io.github.segbench.api.model.ModelException if an output is missing or does not fit
   */
  Rows read(NetworkOutputs outputs) {
    int columns = format.columns();
    Tensor box = outputs.floats(boxes, "[n, " + columns + "]");
    int rank = box.rank();
    boolean fits = rank == 2 || (rank == 3 && box.dimension(0) == 1);
    if (!fits || box.dimension(rank - 1) != columns) {
      throw outputs.mismatch(boxes, box, "FLOAT32[n, " + columns + "]");
    }
    int count = (int) box.dimension(rank - 2);
    FloatBuffer values = box.floats();
    IntToLongFunction label =
        format.hasLabel() ? row -> whole(values.get(row * columns)) : labels(outputs, count);
    return format.hasScore()
        ? new Rows(count, format, values, label, values, columns, format.scoreColumn())
        : new Rows(count, format, values, label, scores(outputs, count), 1, 0);
  }

  /** -1, which is no label, for a number that is not whole. */
  private static long whole(float label) {
    return label == (long) label ? (long) label : -1;
  }

  private IntToLongFunction labels(NetworkOutputs outputs, int count) {
    Tensor label = outputs.get(labels, LABEL_TYPES, "[" + count + "]");
    requireOneForEachBox(outputs, labels, label, count);
    return label.type() == ElementType.INT64 ? label.longs()::get : label.ints()::get;
  }

  private FloatBuffer scores(NetworkOutputs outputs, int count) {
    Tensor score = outputs.floats(scores, "[" + count + "]");
    requireOneForEachBox(outputs, scores, score, count);
    return score.floats();
  }

  private static void requireOneForEachBox(
      NetworkOutputs outputs, String name, Tensor tensor, int count) {
    int rank = tensor.rank();
    boolean fits = rank == 1 || (rank == 2 && tensor.dimension(0) == 1);
    if (!fits || tensor.dimension(rank - 1) != count) {
      throw outputs.mismatch(name, tensor, tensor.type() + "[" + count + "], one for each box");
    }
  }

  /** The numbers of all detections, as they stand in the outputs. */
  record Rows(
      int count,
      BoxFormat format,
      FloatBuffer boxes,
      IntToLongFunction labels,
      FloatBuffer scores,
      int scoreStride,
      int scoreStart) {

    /** Left, top, right or bottom. */
    float edge(int row, int side) {
      return boxes.get(row * format.columns() + format.firstEdge() + side);
    }

    long label(int row) {
      return labels.applyAsLong(row);
    }

    float score(int row) {
      return scores.get(row * scoreStride + scoreStart);
    }
  }
}
