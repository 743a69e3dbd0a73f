/** Dataset readers, one a layout, the generated data set and the download catalogue. */
@NullMarked
package io.github.segbench.datasets;

import org.jspecify.annotations.NullMarked;
