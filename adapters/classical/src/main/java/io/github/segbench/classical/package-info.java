/** Classical segmentation without weights, through OpenCV. */
@NullMarked
package io.github.segbench.classical;

import org.jspecify.annotations.NullMarked;
