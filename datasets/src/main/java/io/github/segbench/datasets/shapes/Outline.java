package io.github.segbench.datasets.shapes;

/** The form of a thing, turned by an angle; points are given relative to its centre, in pixels. */
abstract sealed class Outline permits Outline.Circle, Outline.Square, Outline.Triangle, Star {
  private final double cosine;
  private final double sine;

  private Outline(double angle) {
    this(StrictMath.cos(angle), StrictMath.sin(angle));
  }

  Outline(double cosine, double sine) {
    this.cosine = cosine;
    this.sine = sine;
  }

  abstract boolean contains(double x, double y);

  /**
   * A safe distance to the border: with a positive value all points within it are inside, with a
   * negative one all points within its absolute value are outside.
   */
  abstract double clearance(double x, double y);

  /** The first coordinate in the thing's own frame. */
  final double along(double x, double y) {
    return x * cosine + y * sine;
  }

  /** The second coordinate in the thing's own frame. */
  final double across(double x, double y) {
    return -x * sine + y * cosine;
  }

  static final class Circle extends Outline {
    private final double radius;
    private final double squaredRadius;

    Circle(double angle, double size) {
      super(angle);
      radius = size * .9;
      squaredRadius = size * size * .81;
    }

    @Override
    boolean contains(double x, double y) {
      return x * x + y * y <= squaredRadius;
    }

    @Override
    double clearance(double x, double y) {
      return radius - Math.sqrt(x * x + y * y);
    }
  }

  static final class Square extends Outline {
    private final double halfWidth;
    private final double halfHeight;

    /**
     * @param aspect height over width
     */
    Square(double angle, double size, double aspect) {
      super(angle);
      halfWidth = size * .85;
      halfHeight = size * .85 * aspect;
    }

    @Override
    boolean contains(double x, double y) {
      return Math.abs(along(x, y)) <= halfWidth && Math.abs(across(x, y)) <= halfHeight;
    }

    @Override
    double clearance(double x, double y) {
      return Math.min(halfWidth - Math.abs(along(x, y)), halfHeight - Math.abs(across(x, y)));
    }
  }

  static final class Triangle extends Outline {
    private static final double STEEPNESS = 1.75;
    private static final double FLANK = Math.sqrt(1 + STEEPNESS * STEEPNESS);

    private final double bottom;
    private final double top;

    Triangle(double angle, double size) {
      super(angle);
      bottom = size * .6;
      top = -size * 1.1;
    }

    @Override
    boolean contains(double x, double y) {
      double v = across(x, y);
      return v <= bottom && v >= top + STEEPNESS * Math.abs(along(x, y));
    }

    @Override
    double clearance(double x, double y) {
      double v = across(x, y);
      return Math.min(bottom - v, (v - top - STEEPNESS * Math.abs(along(x, y))) / FLANK);
    }
  }
}
