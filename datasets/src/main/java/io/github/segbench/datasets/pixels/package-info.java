/** What the pixels of label files say: values, colours, objects, and the labels they stand for. */
@NullMarked
package io.github.segbench.datasets.pixels;

import org.jspecify.annotations.NullMarked;
