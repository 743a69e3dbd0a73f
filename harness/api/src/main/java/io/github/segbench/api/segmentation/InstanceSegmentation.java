package io.github.segbench.api.segmentation;

import java.util.List;

/**
 * The objects of one image, all of them things of the label set. Masks may overlap; each has the
 * size of the image.
 */
public record InstanceSegmentation(int width, int height, List<Instance> instances)
    implements Segmentation {
  /**
   * @throws IllegalArgumentException if a mask has another size
   */
  public InstanceSegmentation {
    instances = List.copyOf(instances);
    for (Instance instance : instances) {
      if (instance.mask().width() != width || instance.mask().height() != height) {
        throw new IllegalArgumentException(
            "a mask of "
                + instance.mask().width()
                + "x"
                + instance.mask().height()
                + " in an image of "
                + width
                + "x"
                + height);
      }
    }
  }

  @Override
  public SegmentationTask task() {
    return SegmentationTask.INSTANCE;
  }
}
