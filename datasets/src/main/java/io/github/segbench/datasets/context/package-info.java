/** PASCAL Context in the three forms that it is handed on in. */
@NullMarked
package io.github.segbench.datasets.context;

import org.jspecify.annotations.NullMarked;
