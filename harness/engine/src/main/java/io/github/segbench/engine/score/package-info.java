/** Scoring stored predictions: no model is run and no backend is needed. */
@NullMarked
package io.github.segbench.engine.score;

import org.jspecify.annotations.NullMarked;
