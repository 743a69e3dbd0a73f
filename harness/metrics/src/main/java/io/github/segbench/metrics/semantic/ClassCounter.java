package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import java.util.List;

/** Counts pixels of one image after the other. Not safe for use from several threads. */
@FunctionalInterface
public interface ClassCounter {
  /**
   * The counts of an image, as many as the {@link ClassCounting} says.
   *
   * @param truth of the size of the prediction
   */
  List<ClassCounts> count(LabelMap truth, LabelMap prediction);
}
