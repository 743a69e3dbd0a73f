package io.github.segbench.api.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** ImageIO's readers in an order that does not depend on that of the class path. */
final class ImageReaders {
  private ImageReaders() {}

  /** The JDK's own reader if there is one, else the first plug-in by name of its class. */
  static Optional<ImageReader> first(Iterator<ImageReader> readers) {
    List<ImageReader> found = new ArrayList<>();
    readers.forEachRemaining(found::add);
    return found.stream()
        .min(
            Comparator.comparing((ImageReader reader) -> !isOfJdk(reader))
                .thenComparing(reader -> reader.getClass().getName()));
  }

  private static boolean isOfJdk(ImageReader reader) {
    return reader.getClass().getModule().equals(ImageIO.class.getModule());
  }
}
