package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import java.nio.file.Path;

/** A coding by numbers, which may come from elsewhere than a file of their own. */
public interface ValueCoding extends LabelCoding {
  /**
   * The labels that numbers stand for.
   *
   * @param where the numbers come from, the beginning of error messages
   * @throws io.github.segbench.formats.FormatException naming the first pixel that stands for no
   *     label
   */
  LabelMap apply(LabelMap values, String where);

  @Override
  default LabelMap read(Path file) {
    return apply(PixelValues.read(file), file.toString());
  }
}
