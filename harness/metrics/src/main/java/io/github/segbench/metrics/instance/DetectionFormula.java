package io.github.segbench.metrics.instance;

import java.util.List;

/** A number from the precision and recall of one or all categories, such as AP. */
public interface DetectionFormula {
  /** What the number is over. */
  Slice slice();

  /**
   * @param categories those with annotated objects in the slice; not empty
   * @return a fraction 0..1
   */
  double of(List<PrecisionRecall> categories);
}
