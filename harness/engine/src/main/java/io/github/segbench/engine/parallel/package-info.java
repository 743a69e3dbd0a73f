/** Work on many images by several threads, with an outcome that does not depend on their number. */
@NullMarked
package io.github.segbench.engine.parallel;

import org.jspecify.annotations.NullMarked;
