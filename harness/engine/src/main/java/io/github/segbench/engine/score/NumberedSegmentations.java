package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.coco.CocoImageIds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Segmentations of a COCO file, whose images have numbers, under the names that the images have in
 * a data set.
 */
record NumberedSegmentations(StoredSegmentations numbered, CocoImageIds ids)
    implements StoredSegmentations {
  @Override
  public Set<SegmentationTask> tasks() {
    return numbered.tasks();
  }

  /** A number that the data set does not have stays as it is. */
  @Override
  public List<String> images() {
    return numbered.images().stream().map(ids::nameOf).toList();
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return numbered.read(Long.toString(ids.of(image)));
  }
}
