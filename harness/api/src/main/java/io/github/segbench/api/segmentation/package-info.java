/** Label sets and segmentations; the same types serve as ground truth and as prediction. */
@NullMarked
package io.github.segbench.api.segmentation;

import org.jspecify.annotations.NullMarked;
