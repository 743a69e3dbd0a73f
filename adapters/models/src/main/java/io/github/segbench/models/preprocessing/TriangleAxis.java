package io.github.segbench.models.preprocessing;

/**
 * The source positions and weights for each target position along one axis of a bilinear resize
 * with antialiasing: a triangle as wide as two target positions, at least as two source positions.
 * What would lie beyond an edge is left out, the other weights share the whole.
 *
 * <p>Source: Pillow, {@code src/libImaging/Resample.c}; {@code antialias=True} in PyTorch.
 */
final class TriangleAxis {
  private final int[] first;
  private final float[][] weights;
  private int longest;

  TriangleAxis(int sourceLength, int targetLength) {
    this.first = new int[targetLength];
    this.weights = new float[targetLength][];
    double ratio = (double) sourceLength / targetLength;
    double support = Math.max(ratio, 1);
    for (int target = 0; target < targetLength; target++) {
      double centre = (target + 0.5) * ratio;
      int from = Math.max(0, (int) (centre - support + 0.5));
      int to = Math.min(sourceLength, (int) (centre + support + 0.5));
      first[target] = from;
      weights[target] = triangle(from, to, centre, support);
      longest = Math.max(longest, to - from);
    }
  }

  int targetLength() {
    return first.length;
  }

  /** The first source position that counts for a target position. */
  int first(int target) {
    return first[target];
  }

  /** The weights from the first source position on; shared, read-only. */
  float[] weights(int target) {
    return weights[target];
  }

  /** The most source positions that count for one target position. */
  int longest() {
    return longest;
  }

  private static float[] triangle(int from, int to, double centre, double support) {
    double[] heights = new double[to - from];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(0, 1 - Math.abs((from + i + 0.5 - centre) / support));
      sum += heights[i];
    }
    float[] weights = new float[heights.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (heights[i] / sum);
    }
    return weights;
  }
}
