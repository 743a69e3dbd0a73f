/** The DJL backend: runs tensors through a TorchScript file with PyTorch. */
@NullMarked
package io.github.segbench.djl;

import org.jspecify.annotations.NullMarked;
