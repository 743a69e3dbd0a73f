package io.github.segbench.models;

/**
 * The source position for each target position along one axis of a nearest-neighbour resize: the
 * source pixel that holds the target pixel's centre, {@code floor((t + 0.5) * ratio)}.
 */
public final class NearestAxis {
  private NearestAxis() {}

  /**
   * @param sourceLength usable source positions; positions beyond the last are clamped to it
   * @param sourcePerTarget source positions that one target position spans
   * @return {@code [targetLength]} source positions
   */
  public static int[] positions(int sourceLength, int targetLength, double sourcePerTarget) {
    int[] positions = new int[targetLength];
    for (int target = 0; target < targetLength; target++) {
      positions[target] = Math.min((int) ((target + 0.5) * sourcePerTarget), sourceLength - 1);
    }
    return positions;
  }
}
