package io.github.segbench.report.chart;

import java.util.List;

/** One mark of a drawing. Lengths are pixels; y grows downwards. */
sealed interface Mark {
  /** Where a text stands to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * @param title shown when the pointer rests on it; empty for none
   */
  record Box(double x, double y, double width, double height, Ink ink, double opacity, String title)
      implements Mark {}

  record Line(double x1, double y1, double x2, double y2, Ink ink, double width) implements Mark {}

  /**
   * A line through several points.
   *
   * @param dashed whether it has gaps
   * @param title shown when the pointer rests on it; empty for none
   */
  record Polyline(List<Point> points, Ink ink, double width, boolean dashed, String title)
      implements Mark {
    /** Lengths of a dash and of the gap behind it. */
    static final int DASH = 6;

    static final int GAP = 3;

    public Polyline {
      points = List.copyOf(points);
    }
  }

  record Dot(double x, double y, double radius, Ink ink, String title) implements Mark {}

  record Area(List<Point> outline, Ink ink, double opacity, String title) implements Mark {
    public Area {
      outline = List.copyOf(outline);
    }
  }

  /**
   * @param degrees turned clockwise around the point
   */
  record Text(double x, double y, String words, Anchor anchor, double size, Ink ink, double degrees)
      implements Mark {}

  /** A corner of an area. */
  record Point(double x, double y) {}
}
