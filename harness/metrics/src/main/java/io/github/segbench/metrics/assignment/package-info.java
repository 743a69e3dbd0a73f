/** Matching the segments of a model that knows no categories to those of a ground truth. */
@NullMarked
package io.github.segbench.metrics.assignment;

import org.jspecify.annotations.NullMarked;
