/** Metrics of semantic segmentation: ratios of the counts in a confusion matrix. */
@NullMarked
package io.github.segbench.metrics.semantic;

import org.jspecify.annotations.NullMarked;
