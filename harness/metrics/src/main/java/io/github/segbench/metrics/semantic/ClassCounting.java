package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelSet;

/**
 * A way to count pixels of an image by class other than all of them once, such as those near
 * borders. Equal ones share their work.
 */
public interface ClassCounting {
  /** How many counts an image has, such as one for each width of a band. */
  int counts();

  /** A counter with buffers of its own. */
  ClassCounter counter(LabelSet labels);
}
