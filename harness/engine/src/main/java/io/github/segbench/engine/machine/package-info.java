/** The machine that segbench runs on: processors, memory, limits, GPUs. */
@NullMarked
package io.github.segbench.engine.machine;

import org.jspecify.annotations.NullMarked;
