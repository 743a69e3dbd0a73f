/** Boundaries of masks and of label maps, and the metrics of them. */
@NullMarked
package io.github.segbench.metrics.boundary;

import org.jspecify.annotations.NullMarked;
