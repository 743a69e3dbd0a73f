/** Model adapters: one class a family turns images to tensors and tensors to segmentations. */
@NullMarked
package io.github.segbench.models;

import org.jspecify.annotations.NullMarked;
