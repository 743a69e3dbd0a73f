/** Options that a plugin declares, so that a configuration can be checked before any work. */
@NullMarked
package io.github.segbench.api.option;

import org.jspecify.annotations.NullMarked;
