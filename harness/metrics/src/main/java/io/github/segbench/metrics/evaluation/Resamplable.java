package io.github.segbench.metrics.evaluation;

import java.util.List;

/**
 * Data-set-level numbers that can be computed for any multiset of the images that were scored.
 *
 * <p>Safe for use from several threads; a computation depends on its argument alone.
 */
public interface Resamplable {
  /** The images, ascending; a multiplicity belongs to the image at the same position. */
  int[] images();

  /** What the numbers are, in their order. */
  List<Quantity> quantities();

  /**
   * The numbers of a multiset of images.
   *
   * @param multiplicities how often each image counts, {@code [images]}
   * @return {@code [quantities]}, NaN where a number is undefined
   */
  double[] compute(int[] multiplicities);
}
