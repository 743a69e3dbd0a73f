/** Label maps in MATLAB files. */
@NullMarked
package io.github.segbench.datasets.matlab;

import org.jspecify.annotations.NullMarked;
