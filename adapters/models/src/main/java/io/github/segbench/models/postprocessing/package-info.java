/** Steps around a network and behind its adapter: test-time augmentation, windows, CRF, regions. */
@NullMarked
package io.github.segbench.models.postprocessing;

import org.jspecify.annotations.NullMarked;
