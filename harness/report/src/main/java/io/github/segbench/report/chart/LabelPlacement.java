package io.github.segbench.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds places for labels beside their points, where they cover as little as possible. */
final class LabelPlacement {
  private static final double GAP = 8;

  private final Rectangle frame;
  private final List<Rectangle> taken = new ArrayList<>();

  /**
   * @param frame the plot; labels stay inside if they can
   */
  LabelPlacement(Rectangle frame) {
    this.frame = frame;
  }

  /** Keeps labels away from a mark. */
  void avoid(Rectangle mark) {
    taken.add(mark);
  }

  /** The place of the next label: right of its point, left, above, below or in between. */
  Rectangle place(double x, double y, double width, double height) {
    double right = GAP + width / 2;
    double up = GAP + height / 2;
    double slightly = height * 0.8;
    Rectangle best =
        List.of(
                Rectangle.around(x + right, y, width, height),
                Rectangle.around(x - right, y, width, height),
                Rectangle.around(x + right, y - slightly, width, height),
                Rectangle.around(x + right, y + slightly, width, height),
                Rectangle.around(x - right, y - slightly, width, height),
                Rectangle.around(x - right, y + slightly, width, height),
                Rectangle.around(x, y - up, width, height),
                Rectangle.around(x + right, y - 2 * slightly, width, height),
                Rectangle.around(x + right, y + 2 * slightly, width, height),
                Rectangle.around(x - right, y - 2 * slightly, width, height),
                Rectangle.around(x - right, y + 2 * slightly, width, height),
                Rectangle.around(x, y + up, width, height),
                Rectangle.around(x, y - 2 * up, width, height),
                Rectangle.around(x, y + 2 * up, width, height))
            .stream()
            .min(Comparator.comparingDouble(this::cost))
            .orElseThrow();
    taken.add(best);
    return best;
  }

  /** Covered area; what lies outside the frame would be cut off and counts ten times. */
  private double cost(Rectangle place) {
    double covered = taken.stream().mapToDouble(place::overlap).sum();
    return covered + 10 * (place.area() - place.overlap(frame));
  }

  /** A rectangle in pixels; y grows downwards. */
  record Rectangle(double x, double y, double width, double height) {
    static Rectangle around(double centreX, double centreY, double width, double height) {
      return new Rectangle(centreX - width / 2, centreY - height / 2, width, height);
    }

    double centreX() {
      return x + width / 2;
    }

    double centreY() {
      return y + height / 2;
    }

    double area() {
      return width * height;
    }

    double overlap(Rectangle other) {
      double shared = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
      double tall = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
      return shared > 0 && tall > 0 ? shared * tall : 0;
    }
  }
}
