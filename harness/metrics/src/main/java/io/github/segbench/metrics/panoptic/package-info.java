/** Metrics of panoptic segmentation: panoptic quality. */
@NullMarked
package io.github.segbench.metrics.panoptic;

import org.jspecify.annotations.NullMarked;
