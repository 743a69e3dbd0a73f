package io.github.segbench.datasets.shapes;

/**
 * A star of five tips, the first upwards.
 *
 * <p>A point is turned into the sector of the nearest tip and compared with the edge from that tip
 * {@code (tip, 0)} to the notch beside it. The exact comparison needs an arc tangent and is made
 * near the edge alone.
 */
final class Star extends Outline {
  private static final double SECTOR = 6.283185307179586 / 5;
  private static final double COS_1 = Math.cos(SECTOR);
  private static final double SIN_1 = Math.sin(SECTOR);
  private static final double COS_2 = Math.cos(2 * SECTOR);
  private static final double SIN_2 = Math.sin(2 * SECTOR);

  /** Far above what rounding can do to a clearance, in pixels. */
  private static final double DOUBT = 1e-6;

  private final double tip;
  private final double edgeX;
  private final double edgeY;
  private final double edgeLength;

  Star(double angle, double size) {
    super(StrictMath.cos(angle), StrictMath.sin(angle));
    double notch = size * .55;
    double half = SECTOR / 2;
    tip = size * 1.25;
    edgeX = notch * StrictMath.cos(half) - tip;
    edgeY = notch * StrictMath.sin(half);
    edgeLength = Math.sqrt(edgeX * edgeX + edgeY * edgeY);
  }

  @Override
  boolean contains(double x, double y) {
    double clearance = clearance(x, y);
    return Math.abs(clearance) > DOUBT ? clearance > 0 : containsExactly(x, y);
  }

  private boolean containsExactly(double x, double y) {
    double u = along(x, y);
    double v = across(x, y);
    double turn = StrictMath.atan2(u, -v);
    turn = Math.abs(turn - SECTOR * Math.floor(turn / SECTOR + .5));
    double distance = Math.sqrt(u * u + v * v);
    return side(distance * StrictMath.cos(turn), distance * StrictMath.sin(turn)) >= 0;
  }

  @Override
  double clearance(double x, double y) {
    double up = -across(x, y);
    double aside = Math.abs(along(x, y));
    // Mirrored to the right half, where three tips are: at 0, 72 and 144 degrees.
    double first = up * COS_1 + aside * SIN_1;
    double second = up * COS_2 + aside * SIN_2;
    double outwards = up;
    double sideways = aside;
    if (first > up && first >= second) {
      outwards = first;
      sideways = Math.abs(aside * COS_1 - up * SIN_1);
    } else if (second > up) {
      outwards = second;
      sideways = Math.abs(aside * COS_2 - up * SIN_2);
    }
    return side(outwards, sideways) / edgeLength;
  }

  /** Positive on the centre's side of the edge; grows by the edge's length a pixel. */
  private double side(double outwards, double sideways) {
    return edgeX * sideways - edgeY * (outwards - tip);
  }
}
