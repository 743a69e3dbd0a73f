/** Backends: tensors in, tensors out, on some device. */
@NullMarked
package io.github.segbench.api.inference;

import org.jspecify.annotations.NullMarked;
