package io.github.segbench.datasets.files;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/** The check that the files that annotate one image are of one size. */
public final class SameSize {
  private SameSize() {}

  /**
   * @param what is in the file, such as {@code objects}
   * @param like what has the expected size, such as another file
   * @throws FormatException naming both sizes, if they differ
   */
  public static void require(
      Path file, String what, ImageSize found, ImageSize expected, String like) {
    if (!found.equals(expected)) {
      throw new FormatException(
          file + ": " + what + " are " + found + ", expected " + expected + " as in " + like);
    }
  }
}
