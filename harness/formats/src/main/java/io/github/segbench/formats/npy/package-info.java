/** NumPy's files of arrays, {@code .npy} and {@code .npz}, as maps of labels. */
@NullMarked
package io.github.segbench.formats.npy;

import org.jspecify.annotations.NullMarked;
