/** Data sets whose images are the pages of one file. */
@NullMarked
package io.github.segbench.datasets.stack;

import org.jspecify.annotations.NullMarked;
