/** PASCAL VOC and data sets in its layout. */
@NullMarked
package io.github.segbench.datasets.voc;

import org.jspecify.annotations.NullMarked;
