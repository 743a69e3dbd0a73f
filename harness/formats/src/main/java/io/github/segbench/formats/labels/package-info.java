/** Folders of label maps, one file an image. */
@NullMarked
package io.github.segbench.formats.labels;

import org.jspecify.annotations.NullMarked;
