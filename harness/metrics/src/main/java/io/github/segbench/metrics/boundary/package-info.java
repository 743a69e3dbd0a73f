/** Boundaries of masks. */
@NullMarked
package io.github.segbench.metrics.boundary;

import org.jspecify.annotations.NullMarked;
