/** Looking at data sets without running a model: whether they are sound, and what is in them. */
@NullMarked
package io.github.segbench.engine.dataset;

import org.jspecify.annotations.NullMarked;
