package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A JSON file with ground truth of a split, parsed. */
interface GroundTruthFile {
  Path file();

  Set<SegmentationTask> tasks();

  /**
   * All images of the file, annotated or not.
   *
   * @throws FormatException if an image has no file name
   */
  List<ImageEntry> images();

  /**
   * What the file has of one of its images.
   *
   * @param id as in the file
   * @throws FormatException if it has nothing, or a file of it is not there
   */
  Annotation annotation(String id);
}
