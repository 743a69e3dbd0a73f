/** The command line: one class a command, and the wiring of everything else. */
@NullMarked
package io.github.segbench.cli;

import org.jspecify.annotations.NullMarked;
