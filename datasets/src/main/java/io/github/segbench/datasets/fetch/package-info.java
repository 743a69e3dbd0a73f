/** Data sets fetched from their publishers into the folder of all data sets. */
@NullMarked
package io.github.segbench.datasets.fetch;

import org.jspecify.annotations.NullMarked;
