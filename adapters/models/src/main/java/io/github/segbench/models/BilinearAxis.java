package io.github.segbench.models;

/**
 * The two source positions and their weights for each target position along one axis of a bilinear
 * resize without antialiasing; edges are clamped. The value of a target position is {@code
 * lowerWeight * source[lower] + upperWeight * source[upper]}.
 *
 * <p>With half-pixel centres ({@code align_corners=False} in PyTorch, {@code half_pixel} in ONNX)
 * target centre {@code t + 0.5} falls on source coordinate {@code (t + 0.5) * ratio - 0.5}, with
 * aligned corners ({@code align_corners=True}, {@code align_corners}) {@code t} on {@code t *
 * ratio}.
 */
public final class BilinearAxis {
  private final int sourceLength;
  private final int[] lower;
  private final int[] upper;
  private final float[] lowerWeight;
  private final float[] upperWeight;

  /**
   * An axis with half-pixel centres.
   *
   * @param sourceLength usable source positions, at least 1; coordinates beyond the last are
   *     clamped to it
   * @param sourcePerTarget source positions that one target position spans
   */
  public BilinearAxis(int sourceLength, int targetLength, double sourcePerTarget) {
    this(sourceLength, targetLength, sourcePerTarget, 0.5);
  }

  /**
   * @param centre of a position, from its start
   */
  private BilinearAxis(int sourceLength, int targetLength, double sourcePerTarget, double centre) {
    this.sourceLength = sourceLength;
    this.lower = new int[targetLength];
    this.upper = new int[targetLength];
    this.lowerWeight = new float[targetLength];
    this.upperWeight = new float[targetLength];
    int last = sourceLength - 1;
    for (int target = 0; target < targetLength; target++) {
      double position = (target + centre) * sourcePerTarget - centre;
      double clamped = Math.max(0, Math.min(position, last));
      lower[target] = (int) clamped;
      upper[target] = Math.min(lower[target] + 1, last);
      upperWeight[target] = (float) (clamped - lower[target]);
      lowerWeight[target] = 1 - upperWeight[target];
    }
  }

  /** From a whole axis to a whole axis. */
  public static BilinearAxis between(int sourceLength, int targetLength) {
    return new BilinearAxis(sourceLength, targetLength, (double) sourceLength / targetLength);
  }

  /**
   * An axis with aligned corners.
   *
   * @param sourcePerTarget source positions from one target position to the next
   */
  public static BilinearAxis aligned(int sourceLength, int targetLength, double sourcePerTarget) {
    return new BilinearAxis(sourceLength, targetLength, sourcePerTarget, 0);
  }

  public int sourceLength() {
    return sourceLength;
  }

  public int targetLength() {
    return lower.length;
  }

  public int lower(int target) {
    return lower[target];
  }

  public int upper(int target) {
    return upper[target];
  }

  public float lowerWeight(int target) {
    return lowerWeight[target];
  }

  public float upperWeight(int target) {
    return upperWeight[target];
  }

  /** True if every target position takes the source value at the same position. */
  public boolean isIdentity() {
    if (sourceLength != lower.length) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] != i || upperWeight[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
