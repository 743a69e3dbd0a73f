package io.github.segbench.models.postprocessing;

import java.util.Arrays;

/**
 * A Gaussian kernel K of a dense CRF with its weight w. Its messages are {@code w D^-1/2 K D^-1/2
 * q}, where D has the sums of K's rows on its diagonal: symmetric normalisation, the default of
 * lucasb-eyer/pydensecrf ({@code NORMALIZE_SYMMETRIC}).
 */
final class CrfKernel {
  private final PermutohedralLattice lattice;
  private final float weight;
  private final float[] rootOfSum;

  /**
   * @param features {@code [pixels, dimension]}, in standard deviations of the kernel
   */
  CrfKernel(float[] features, int dimension, float weight) {
    this.lattice = new PermutohedralLattice(features, dimension);
    this.weight = weight;
    float[] ones = new float[features.length / dimension];
    Arrays.fill(ones, 1);
    this.rootOfSum = new float[ones.length];
    lattice.filter(ones, rootOfSum, 1);
    for (int pixel = 0; pixel < rootOfSum.length; pixel++) {
      rootOfSum[pixel] = (float) (1 / Math.sqrt(rootOfSum[pixel] + 1e-20));
    }
  }

  /**
   * Adds the messages to every pixel.
   *
   * @param marginals {@code [pixels, labels]}
   * @param scratch of the same length, overwritten
   * @param sum of the same shape
   */
  void addMessages(float[] marginals, float[] scratch, float[] sum, int labels) {
    int index = 0;
    for (float root : rootOfSum) {
      for (int label = 0; label < labels; label++, index++) {
        scratch[index] = marginals[index] * root;
      }
    }
    lattice.filter(scratch, scratch, labels);
    index = 0;
    for (float root : rootOfSum) {
      float factor = weight * root;
      for (int label = 0; label < labels; label++, index++) {
        sum[index] += factor * scratch[index];
      }
    }
  }
}
