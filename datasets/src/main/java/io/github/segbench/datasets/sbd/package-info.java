/** The Semantic Boundaries Dataset. */
@NullMarked
package io.github.segbench.datasets.sbd;

import org.jspecify.annotations.NullMarked;
