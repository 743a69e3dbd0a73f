/** Families whose networks give boxes and small masks: Mask R-CNN. */
@NullMarked
package io.github.segbench.models.instance;

import org.jspecify.annotations.NullMarked;
