/** A model's chain of post-processors, from tensors to segmentations. */
@NullMarked
package io.github.segbench.engine.chain;

import org.jspecify.annotations.NullMarked;
