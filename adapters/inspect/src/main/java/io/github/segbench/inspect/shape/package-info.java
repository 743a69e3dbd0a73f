/** Shapes and costs of the operators of an ONNX graph, without running it. */
@NullMarked
package io.github.segbench.inspect.shape;

import org.jspecify.annotations.NullMarked;
