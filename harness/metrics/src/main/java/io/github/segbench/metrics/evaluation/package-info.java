/**
 * What every evaluation has: accumulators that merge, metric values with intervals, conventions.
 */
@NullMarked
package io.github.segbench.metrics.evaluation;

import org.jspecify.annotations.NullMarked;
