/**
 * Shapes, the generated data set: small landscapes with things on them, the same bytes on every
 * machine.
 *
 * <p>The networks that are bundled with the project were trained on these scenes, so the order of
 * the random draws and of the floating-point operations is part of the format. Functions that a
 * Java runtime may round as it likes are taken from {@link StrictMath}; the others are exact.
 */
@NullMarked
package io.github.segbench.datasets.shapes;

import org.jspecify.annotations.NullMarked;
