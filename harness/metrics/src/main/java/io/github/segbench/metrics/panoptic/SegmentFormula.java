package io.github.segbench.metrics.panoptic;

/** A number of one category from its matched and unmatched segments, such as PQ. */
@FunctionalInterface
public interface SegmentFormula {
  /**
   * @param category index of one that occurs
   * @return a fraction 0..1, NaN where it is undefined
   */
  double of(SegmentCounts counts, int category);
}
