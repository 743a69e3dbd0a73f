/** Cityscapes as its zip files unpack. */
@NullMarked
package io.github.segbench.datasets.cityscapes;

import org.jspecify.annotations.NullMarked;
