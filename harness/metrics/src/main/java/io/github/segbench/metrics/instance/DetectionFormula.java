package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;

/** A number from the precision and recall of one or several categories, such as AP. */
public interface DetectionFormula {
  /** What the number is over. */
  Slice slice();

  /** Whether a label set has what the number needs; where it has not, the number is not listed. */
  default boolean exists(LabelSet labels) {
    return true;
  }

  /** Whether the number is over a category, a thing of the label set. */
  default boolean covers(Category category) {
    return true;
  }

  /**
   * @param categories those with annotated objects in the slice; not empty
   * @return a fraction 0..1
   */
  double of(List<CategoryScores> categories);
}
