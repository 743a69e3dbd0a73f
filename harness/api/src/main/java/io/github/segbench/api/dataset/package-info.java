/** Data sets: lists of samples that are loaded one at a time, and the readers that find them. */
@NullMarked
package io.github.segbench.api.dataset;

import org.jspecify.annotations.NullMarked;
