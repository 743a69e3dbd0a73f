/** Reads what model files say of themselves, without running them. */
@NullMarked
package io.github.segbench.inspect;

import org.jspecify.annotations.NullMarked;
