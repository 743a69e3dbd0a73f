/** What the pixels of label files say: values, colours, and the labels they stand for. */
@NullMarked
package io.github.segbench.datasets.pixels;

import org.jspecify.annotations.NullMarked;
