package io.github.segbench.formats.export;

import io.github.segbench.api.segmentation.LabelMap;

/** How a label map becomes the content of one file. */
@FunctionalInterface
interface LabelEncoding {
  /**
   * @throws io.github.segbench.formats.FormatException if the format cannot hold one of the ids
   */
  byte[] encode(LabelMap map, String image);
}
