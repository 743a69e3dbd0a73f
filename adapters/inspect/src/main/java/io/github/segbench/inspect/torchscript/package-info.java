/** Reads TorchScript archives. */
@NullMarked
package io.github.segbench.inspect.torchscript;

import org.jspecify.annotations.NullMarked;
