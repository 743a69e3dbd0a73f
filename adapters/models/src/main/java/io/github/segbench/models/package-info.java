/**
 * Model families: an adapter turns images to tensors and tensors to segmentations. Here is what the
 * decoders of all families share.
 */
@NullMarked
package io.github.segbench.models;

import org.jspecify.annotations.NullMarked;
