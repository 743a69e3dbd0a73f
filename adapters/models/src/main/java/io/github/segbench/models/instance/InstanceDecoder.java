package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;

/** From detections and a mask output to the instances of one image, by descending score. */
public final class InstanceDecoder {
  private final List<Category> things;
  private final DetectionMasks masks;

  /**
   * @param labels the model's label set, whose things the detections stand for
   */
  public InstanceDecoder(LabelSet labels, DetectionMasks masks) {
    this.things = labels.things();
    this.masks = masks;
  }

  /**
   * @param count of rows in the outputs
   * @param chosen the detections to decode
   */
  public InstanceSegmentation decode(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry) {
    int width = geometry.originalWidth();
    int height = geometry.originalHeight();
    List<Mask> chosenMasks = masks.masks(outputs, count, chosen, geometry);
    List<Instance> instances = new ArrayList<>(chosen.size());
    for (int i = 0; i < chosen.size(); i++) {
      Detection detection = chosen.get(i);
      instances.add(
          Instance.detection(
              things.get(detection.thing()).id(),
              detection.score(),
              chosenMasks.get(i),
              detection.box().inOriginal(geometry).within(width, height)));
    }
    return new InstanceSegmentation(width, height, instances);
  }
}
