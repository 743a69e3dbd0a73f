package io.github.segbench.api.image;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that ImageIO's JPEG reader warns of and that costs pixels: it fills what is
 * missing with grey and goes on.
 */
final class FirstWarning implements IIOReadWarningListener {
  /** libjpeg skips bytes between segments; several cameras write such. */
  private static final String HARMLESS = "extraneous bytes before marker";

  private @Nullable String warning;

  @Override
  public void warningOccurred(ImageReader source, String text) {
    if (warning == null && !text.contains(HARMLESS)) {
      warning = text;
    }
  }

  /**
   * @throws IIOException if there was a warning
   */
  void refuse() throws IIOException {
    if (warning != null) {
      throw new IIOException(warning);
    }
  }
}
