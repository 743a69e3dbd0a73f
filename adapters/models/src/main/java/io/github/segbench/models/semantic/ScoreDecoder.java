package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
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
public final class ScoreDecoder implements SemanticDecoder {
  private final String output;
  private final Layout layout;
  private final LabelSet labels;
  private final UpsampledArgmax argmax;

  /**
   * @param output name of the network's output
   */
  public ScoreDecoder(String output, Layout layout, LabelSet labels) {
    this.output = output;
    this.layout = layout;
    this.labels = labels;
    this.argmax = new UpsampledArgmax(labelIds(labels));
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
  public List<LabelMap> decode(NetworkOutputs outputs, List<ImageGeometry> geometries) {
    int batch = geometries.size();
    int channels = labels.size();
    String shape =
        layout == Layout.NCHW
            ? "[" + batch + ", " + channels + ", h, w]"
            : "[" + batch + ", h, w, " + channels + "]";
    Tensor scores = outputs.floats(output, shape);
    int channelAxis = layout == Layout.NCHW ? 1 : 3;
    boolean fits = scores.rank() == 4 && scores.dimension(0) == batch && scores.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(output, scores, "FLOAT32" + shape);
    }
    if (scores.dimension(channelAxis) != channels) {
      throw outputs.wrongChannels(output, scores, scores.dimension(channelAxis), labels);
    }
    List<LabelMap> maps = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      maps.add(argmax.labels(new ScoreMap(scores, layout, i), geometries.get(i)));
    }
    return maps;
  }
}
