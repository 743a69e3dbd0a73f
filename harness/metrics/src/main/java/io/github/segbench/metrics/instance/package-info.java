/** Metrics of instance segmentation: COCO's average precision and recall. */
@NullMarked
package io.github.segbench.metrics.instance;

import org.jspecify.annotations.NullMarked;
