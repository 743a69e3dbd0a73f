/** Strict YAML: nodes that know where they stand, typed keys, and every problem at once. */
@NullMarked
package io.github.segbench.engine.yaml;

import org.jspecify.annotations.NullMarked;
