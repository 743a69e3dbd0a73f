/** Data sets that are folders of images and of label files, found by pattern. */
@NullMarked
package io.github.segbench.datasets.folder;

import org.jspecify.annotations.NullMarked;
