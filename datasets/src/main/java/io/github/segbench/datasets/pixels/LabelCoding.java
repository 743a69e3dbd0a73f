package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import java.nio.file.Path;

/** How label files say which label a pixel has. Safe to use from many threads. */
public interface LabelCoding {
  /**
   * The labels of one file.
   *
   * @return ids of the label set, or its ignore id
   * @throws io.github.segbench.formats.FormatException naming the file, and the first pixel that
   *     stands for no label
   */
  LabelMap read(Path file);

  /** What stands for what, in one line; empty where the values of pixels are ids themselves. */
  String description();
}
