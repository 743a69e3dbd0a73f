package io.github.segbench.models.instance;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.NetworkOutputs;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Reads boxes (float32 {@code [n, 4]}: left, top, right, bottom in input pixels), labels (int64 or
 * int32 {@code [n]}) and scores (float32 {@code [n]}).
 *
 * <p>A label minus {@code labelBase} is the position of its category among the things of the label
 * set.
 */
public final class DetectionReader {
  private static final String BOXES = "boxesOutput";
  private static final String LABELS = "labelsOutput";
  private static final String SCORES = "scoresOutput";
  private static final String LABEL_BASE = "labelBase";
  private static final List<ElementType> LABEL_TYPES =
      List.of(ElementType.INT64, ElementType.INT32);

  private final String boxes;
  private final String labels;
  private final String scores;
  private final long labelBase;
  private final int thingCount;
  private final String labelSet;

  /**
   * @throws ModelException if the label set has no things
   */
  public DetectionReader(ModelSpec spec) {
    this.boxes = spec.options().string(BOXES);
    this.labels = spec.options().string(LABELS);
    this.scores = spec.options().string(SCORES);
    this.labelBase = spec.options().integer(LABEL_BASE);
    this.labelSet = spec.labels().id();
    this.thingCount = spec.labels().things().size();
    if (thingCount == 0) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": labels "
              + spec.labels().id()
              + " have no things, family "
              + spec.family()
              + " needs at least one");
    }
  }

  /** The options that say where the detections are found. */
  public static List<OptionSpec> options() {
    return List.of(
        OptionSpec.string(BOXES, "boxes", "Name of the output with the boxes, float32 [n, 4]."),
        OptionSpec.string(LABELS, "labels", "Name of the output with the labels, int64 [n]."),
        OptionSpec.string(SCORES, "scores", "Name of the output with the scores, float32 [n]."),
        OptionSpec.integer(
            LABEL_BASE, 1L, 0, "Label of the first thing; 1 where 0 is the background."));
  }

  /**
   * The detections, by descending score; equal scores stay in the network's order.
   *
   * @throws ModelException if an output is missing, does not fit, or holds a foreign label or a
   *     score or edge that is not finite
   */
  public List<Detection> read(NetworkOutputs outputs) {
    Tensor boxTensor = outputs.floats(boxes, "[n, 4]");
    if (boxTensor.rank() != 2 || boxTensor.dimension(1) != 4) {
      throw outputs.mismatch(boxes, boxTensor, "FLOAT32[n, 4]");
    }
    int count = (int) boxTensor.dimension(0);
    String shape = "[" + count + "]";
    Tensor labelTensor = outputs.get(labels, LABEL_TYPES, shape);
    requireShape(outputs, labels, labelTensor, count);
    Tensor scoreTensor = outputs.floats(scores, shape);
    requireShape(outputs, scores, scoreTensor, count);
    FloatBuffer edges = boxTensor.floats();
    FloatBuffer scoreBuffer = scoreTensor.floats();
    IntToLongFunction label =
        labelTensor.type() == ElementType.INT64
            ? labelTensor.longs()::get
            : labelTensor.ints()::get;
    List<Detection> detections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int thing = thing(outputs, label.applyAsLong(i));
      float score = finite(outputs, scores, scoreBuffer.get(i));
      detections.add(new Detection(i, thing, score, box(outputs, edges, i)));
    }
    detections.sort(Comparator.comparing(Detection::score, Comparator.reverseOrder()));
    return detections;
  }

  private Box box(NetworkOutputs outputs, FloatBuffer edges, int i) {
    return new Box(
        finite(outputs, boxes, edges.get(4 * i)),
        finite(outputs, boxes, edges.get(4 * i + 1)),
        finite(outputs, boxes, edges.get(4 * i + 2)),
        finite(outputs, boxes, edges.get(4 * i + 3)));
  }

  private int thing(NetworkOutputs outputs, long label) {
    long thing = label - labelBase;
    if (thing < 0 || thing >= thingCount) {
      throw outputs.badValue(
          labels,
          "label " + label,
          labelBase
              + " to "
              + (labelBase + thingCount - 1)
              + ", the "
              + thingCount
              + " things of labels "
              + labelSet);
    }
    return (int) thing;
  }

  private static float finite(NetworkOutputs outputs, String name, float value) {
    if (!Float.isFinite(value)) {
      throw outputs.badValue(name, Float.toString(value), "finite numbers");
    }
    return value;
  }

  private static void requireShape(NetworkOutputs outputs, String name, Tensor tensor, int count) {
    if (tensor.rank() != 1 || tensor.dimension(0) != count) {
      throw outputs.mismatch(name, tensor, tensor.type() + "[" + count + "], one for each box");
    }
  }
}
