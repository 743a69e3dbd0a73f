/** Model families: how an image becomes tensors and tensors become segmentations. */
@NullMarked
package io.github.segbench.api.model;

import org.jspecify.annotations.NullMarked;
