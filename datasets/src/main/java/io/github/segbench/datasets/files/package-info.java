/** What readers of data sets in files have in common: samples, splits, lists of ids. */
@NullMarked
package io.github.segbench.datasets.files;

import org.jspecify.annotations.NullMarked;
