/** The DJL backend: PyTorch through the Deep Java Library. */
@NullMarked
package io.github.segbench.djl;

import org.jspecify.annotations.NullMarked;
