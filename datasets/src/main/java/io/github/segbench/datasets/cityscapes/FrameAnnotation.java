package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.formats.cityscapes.CityscapesCategories;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import java.nio.file.Path;
import java.util.List;

/**
 * The label ids and instance ids of one frame.
 *
 * @param categories those of the ground truth
 * @param frame {@code city_sequence_frame}, which the ground truth has
 */
record FrameAnnotation(CityscapesGroundTruth truth, CityscapesCategories categories, String frame)
    implements Annotation {
  @Override
  public List<Path> files() {
    return truth.files(frame);
  }

  @Override
  public String reading() {
    return categories.describe();
  }

  @Override
  public Segmentations read() {
    return truth.read(frame).orElseThrow();
  }
}
