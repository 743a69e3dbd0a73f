package io.github.segbench.api.dataset;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One split of a data set, listed but not loaded. Immutable and safe to use from many threads. */
public interface Dataset {
  /** The id of its configuration, such as {@code shapes}. */
  String id();

  /** The name of the split, such as {@code test}. */
  String split();

  LabelSet labels();

  /** The tasks that its ground truth has. */
  Set<SegmentationTask> tasks();

  /** The samples in the split's own order; never empty. */
  List<Sample> samples();

  /**
   * The ids of all samples of the split in its own order, of those too that {@link #restrictedTo}
   * has left out.
   */
  default List<String> splitIds() {
    return samples().stream().map(Sample::id).toList();
  }

  /**
   * Annotation files of the split that belong to none of its images, such as a label map whose
   * image is missing; empty if the reader finds its files by a list.
   */
  default List<Path> filesWithoutImage() {
    return List.of();
  }

  /**
   * The same split with some of its samples alone; its fingerprint is of those.
   *
   * @param chosen samples of this data set in the order that they are to have, at least one
   */
  default Dataset restrictedTo(List<Sample> chosen) {
    return new RestrictedDataset(this, chosen);
  }

  /**
   * Identifies the content of its samples: equal fingerprints mean equal images and labels.
   *
   * @return lower-case hexadecimal sha256
   */
  String fingerprint();
}
