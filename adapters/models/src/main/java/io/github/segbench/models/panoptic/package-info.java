/** Families whose networks give all that a panoptic head needs: UPSNet. */
@NullMarked
package io.github.segbench.models.panoptic;

import org.jspecify.annotations.NullMarked;
