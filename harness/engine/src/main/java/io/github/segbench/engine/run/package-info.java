/** Running trials: the accuracy pipeline and the order of the phases. */
@NullMarked
package io.github.segbench.engine.run;

import org.jspecify.annotations.NullMarked;
