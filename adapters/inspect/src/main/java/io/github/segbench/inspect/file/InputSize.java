package io.github.segbench.inspect.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size in pixels of an image that a network is given. */
public record InputSize(int width, int height) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

  public InputSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a size must be positive: " + width + "x" + height);
    }
  }

  /** From text such as {@code 640x480}, the width first; empty if it is none. */
  public static Optional<InputSize> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new InputSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
