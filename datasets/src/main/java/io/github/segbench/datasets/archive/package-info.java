/** Archives of others, unpacked so that they cannot do harm. */
@NullMarked
package io.github.segbench.datasets.archive;

import org.jspecify.annotations.NullMarked;
