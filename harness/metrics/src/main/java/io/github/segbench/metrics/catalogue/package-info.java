/** The list of all metrics, and the accumulators that compute them. */
@NullMarked
package io.github.segbench.metrics.catalogue;

import org.jspecify.annotations.NullMarked;
