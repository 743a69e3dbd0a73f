/** What a run found out, and the files that it is written to and read from. */
@NullMarked
package io.github.segbench.engine.result;

import org.jspecify.annotations.NullMarked;
