/** Run files: strict YAML to checked records. */
@NullMarked
package io.github.segbench.engine.config;

import org.jspecify.annotations.NullMarked;
