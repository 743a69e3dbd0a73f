/** The ONNX Runtime backend: runs tensors through an ONNX file. */
@NullMarked
package io.github.segbench.onnxruntime;

import org.jspecify.annotations.NullMarked;
