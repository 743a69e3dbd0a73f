/** The Stanford Background Dataset. */
@NullMarked
package io.github.segbench.datasets.stanford;

import org.jspecify.annotations.NullMarked;
