package io.github.segbench.engine.dataset;

import java.util.Comparator;

/** Width and height in pixels; ordered by both. */
public record ImageSize(int width, int height) implements Comparable<ImageSize> {
  private static final Comparator<ImageSize> ORDER =
      Comparator.comparingInt(ImageSize::width).thenComparingInt(ImageSize::height);

  @Override
  public int compareTo(ImageSize other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
