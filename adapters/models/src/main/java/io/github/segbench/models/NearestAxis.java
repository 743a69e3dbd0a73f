package io.github.segbench.models;

/**
 * The source position for each target position along one axis of a nearest-neighbour resize: the
 * source pixel that holds the target pixel's centre, {@code floor((t + 0.5) * ratio)}.
 */
public final class NearestAxis {
  private NearestAxis() {}

  /**
   * The ratio, source positions that one target position spans, is a fraction, because a rounded
   * one would put centres that fall on the border of two pixels into either.
   *
   * @param sourceLength usable source positions; positions beyond the last are clamped to it
   * @return {@code [targetLength]} source positions
   */
  public static int[] positions(
      int sourceLength, int targetLength, long numerator, long denominator) {
    int[] positions = new int[targetLength];
    for (int target = 0; target < targetLength; target++) {
      long position = (2L * target + 1) * numerator / (2 * denominator);
      positions[target] = (int) Math.min(position, sourceLength - 1);
    }
    return positions;
  }
}
