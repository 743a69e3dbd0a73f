/** Data sets in the form of MS COCO: JSON files, folders of images and of PNG maps. */
@NullMarked
package io.github.segbench.datasets.coco;

import org.jspecify.annotations.NullMarked;
