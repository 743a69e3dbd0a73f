/** From a run file to the list of its trials. */
@NullMarked
package io.github.segbench.engine.plan;

import org.jspecify.annotations.NullMarked;
