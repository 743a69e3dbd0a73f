package io.github.segbench.formats;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ground truth or predictions of many images as they lie on disk: listed, but not decoded. Safe for
 * use from several threads.
 */
public interface StoredSegmentations {
  /** The tasks that every image has a segmentation for. */
  Set<SegmentationTask> tasks();

  /** The images that something is stored of, in the order of the files. */
  List<String> images();

  /**
   * Decodes the segmentations of one image; each call reads anew.
   *
   * @return empty if nothing is stored of the image
   * @throws FormatException if what is stored is damaged or contradicts itself
   */
  Optional<Segmentations> read(String image);
}
