package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.model.ScoreOutput.Kind;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes one score a class and pixel, logits or probabilities alike: float32 {@code [N, C, h, w]}
 * or {@code [N, h, w, C]}. Channel i stands for the i-th category.
 */
public final class ScoreDecoder implements ScoringDecoder {
  private final ScoreOutput output;
  private final LabelSet labels;
  private final short[] labelByChannel;
  private final UpsampledScores upsampling;
  private final UpsampledArgmax argmax;

  /**
   * Of logits, interpolated with half-pixel centres.
   *
   * @param output name of the network's output
   */
  public ScoreDecoder(String output, Layout layout, LabelSet labels) {
    this(
        new ScoreOutput(output, layout, Kind.LOGITS),
        labels,
        new UpsampledScores(false, OutputArea.WHOLE));
  }

  ScoreDecoder(ScoreOutput output, LabelSet labels, UpsampledScores upsampling) {
    this.output = output;
    this.labels = labels;
    this.labelByChannel = labelIds(labels);
    this.upsampling = upsampling;
    this.argmax = new UpsampledArgmax(labelByChannel, upsampling);
  }

  /** The label id of each channel. */
  static short[] labelIds(LabelSet labels) {
    short[] ids = new short[labels.size()];
    for (int i = 0; i < ids.length; i++) {
      Category category = labels.categories().get(i);
      ids[i] = (short) category.id();
    }
    return ids;
  }

  @Override
  public ScoreOutput scoreOutput() {
    return output;
  }

  @Override
  public List<LabelMap> decode(NetworkOutputs outputs, List<ImageGeometry> geometries) {
    Tensor tensor = tensor(outputs, geometries.size());
    List<LabelMap> maps = new ArrayList<>(geometries.size());
    for (int i = 0; i < geometries.size(); i++) {
      maps.add(argmax.labels(new ScoreMap(tensor, output.layout(), i), geometries.get(i)));
    }
    return maps;
  }

  @Override
  public List<ClassScores> scores(NetworkOutputs outputs, List<ImageGeometry> geometries) {
    Tensor tensor = tensor(outputs, geometries.size());
    List<ClassScores> scores = new ArrayList<>(geometries.size());
    for (int i = 0; i < geometries.size(); i++) {
      ImageGeometry geometry = geometries.get(i);
      ProbabilityRows rows =
          new ProbabilityRows(
              output.kind() == Kind.LOGITS,
              labels.size(),
              geometry.originalWidth(),
              geometry.originalHeight());
      upsampling.rows(new ScoreMap(tensor, output.layout(), i), geometry, rows);
      scores.add(rows.scores());
    }
    return scores;
  }

  @Override
  public LabelMap labels(ClassScores scores) {
    int width = scores.width();
    int height = scores.height();
    if (scores.classCount() != labelByChannel.length) {
      throw new IllegalArgumentException(
          scores.classCount() + " classes, expected " + labelByChannel.length);
    }
    ArgmaxRows rows = new ArgmaxRows(labelByChannel, width, height);
    int[] bits = new int[width];
    for (int y = 0; y < height; y++) {
      rows.start(y);
      for (int channel = 0; channel < labelByChannel.length; channel++) {
        int start = (channel * height + y) * width;
        for (int x = 0; x < width; x++) {
          bits[x] = Float.floatToRawIntBits(scores.values()[start + x]);
        }
        rows.add(channel, bits);
      }
      rows.end(y);
    }
    return new LabelMap(width, height, rows.labels());
  }

  private Tensor tensor(NetworkOutputs outputs, int batch) {
    int channels = labels.size();
    boolean planar = output.layout() == Layout.NCHW;
    String shape =
        planar
            ? "[" + batch + ", " + channels + ", h, w]"
            : "[" + batch + ", h, w, " + channels + "]";
    Tensor scores = outputs.floats(output.name(), shape);
    int channelAxis = planar ? 1 : 3;
    boolean fits = scores.rank() == 4 && scores.dimension(0) == batch && scores.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(output.name(), scores, "FLOAT32" + shape);
    }
    if (scores.dimension(channelAxis) != channels) {
      throw outputs.wrongChannels(output.name(), scores, scores.dimension(channelAxis), labels);
    }
    return scores;
  }
}
