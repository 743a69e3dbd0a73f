/** From images to input tensors: resize, pad, normalise. */
@NullMarked
package io.github.segbench.models.preprocessing;

import org.jspecify.annotations.NullMarked;
