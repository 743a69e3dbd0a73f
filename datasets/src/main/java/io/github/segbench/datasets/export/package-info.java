/** Any data set as plain files that tools in other languages read. */
@NullMarked
package io.github.segbench.datasets.export;

import org.jspecify.annotations.NullMarked;
