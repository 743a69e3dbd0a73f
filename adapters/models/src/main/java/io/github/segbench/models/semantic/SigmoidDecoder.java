package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes one channel that tells foreground from background, float32 {@code [N, 1, h, w]}, {@code
 * [N, h, w, 1]} or {@code [N, h, w]}. The background is the first of two categories.
 */
final class SigmoidDecoder implements ScoringDecoder {
  private final ScoreOutput output;
  private final SigmoidCut cut;
  private final short background;
  private final short foreground;
  private final UpsampledScores upsampling;

  /**
   * @param labels of two categories
   */
  SigmoidDecoder(ScoreOutput output, SigmoidCut cut, LabelSet labels, UpsampledScores upsampling) {
    this.output = output;
    this.cut = cut;
    this.background = (short) labels.categories().get(0).id();
    this.foreground = (short) labels.categories().get(1).id();
    this.upsampling = upsampling;
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
      int width = geometries.get(i).originalWidth();
      int height = geometries.get(i).originalHeight();
      SigmoidLabelRows rows = new SigmoidLabelRows(cut, background, foreground, width, height);
      upsampling.rows(new ScoreMap(tensor, output.layout(), i), geometries.get(i), rows);
      maps.add(new LabelMap(width, height, rows.labels()));
    }
    return maps;
  }

  @Override
  public List<ClassScores> scores(NetworkOutputs outputs, List<ImageGeometry> geometries) {
    Tensor tensor = tensor(outputs, geometries.size());
    List<ClassScores> scores = new ArrayList<>(geometries.size());
    for (int i = 0; i < geometries.size(); i++) {
      ImageGeometry geometry = geometries.get(i);
      SigmoidProbabilityRows rows =
          new SigmoidProbabilityRows(cut, geometry.originalWidth(), geometry.originalHeight());
      upsampling.rows(new ScoreMap(tensor, output.layout(), i), geometry, rows);
      scores.add(rows.scores());
    }
    return scores;
  }

  @Override
  public LabelMap labels(ClassScores scores) {
    if (scores.classCount() != 2) {
      throw new IllegalArgumentException(scores.classCount() + " classes, expected 2");
    }
    short[] labels = new short[scores.width() * scores.height()];
    for (int i = 0; i < labels.length; i++) {
      float probability = scores.values()[labels.length + i];
      labels[i] = cut.isForegroundProbability(probability) ? foreground : background;
    }
    return new LabelMap(scores.width(), scores.height(), labels);
  }

  /** The channel as a tensor of rank 4. */
  private Tensor tensor(NetworkOutputs outputs, int batch) {
    boolean planar = output.layout() == Layout.NCHW;
    String shape = planar ? "[" + batch + ", 1, h, w]" : "[" + batch + ", h, w, 1]";
    Tensor scores = outputs.floats(output.name(), shape);
    boolean flat = scores.rank() == 3;
    boolean fits =
        (flat || (scores.rank() == 4 && scores.dimension(planar ? 1 : 3) == 1))
            && scores.dimension(0) == batch
            && scores.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(output.name(), scores, "FLOAT32" + shape);
    }
    if (!flat) {
      return scores;
    }
    long height = scores.dimension(1);
    long width = scores.dimension(2);
    return new Tensor(
        scores.type(),
        planar ? new long[] {batch, 1, height, width} : new long[] {batch, height, width, 1},
        scores.bytes());
  }
}
