/** Reads ONNX files. */
@NullMarked
package io.github.segbench.inspect.onnx;

import org.jspecify.annotations.NullMarked;
