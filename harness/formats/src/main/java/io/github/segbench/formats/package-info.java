/** Files that hold segmentations: what every format has. */
@NullMarked
package io.github.segbench.formats;

import org.jspecify.annotations.NullMarked;
