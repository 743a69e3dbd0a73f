/** Uncertainty: numbers recomputed on resampled images. */
@NullMarked
package io.github.segbench.metrics.statistics;

import org.jspecify.annotations.NullMarked;
