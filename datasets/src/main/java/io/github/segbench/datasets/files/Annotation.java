package io.github.segbench.datasets.files;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.List;

/** The ground truth of one image as it lies on disk. Safe to use from many threads. */
public interface Annotation {
  /** The files that it is in, some of which others may be in too. */
  List<Path> files();

  /**
   * How the files are read where that is a matter of configuration, in one line; part of the
   * fingerprint, as the same files read otherwise are other labels. Empty if it is not.
   */
  default String reading() {
    return "";
  }

  /**
   * Decodes it; each call reads anew.
   *
   * @throws FormatException if a file is missing or damaged, or has an id that is not in the label
   *     set
   */
  Segmentations read();
}
