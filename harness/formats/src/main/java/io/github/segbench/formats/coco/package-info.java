/** COCO files of instances, results and panoptic maps, read as streams into packed form. */
@NullMarked
package io.github.segbench.formats.coco;

import org.jspecify.annotations.NullMarked;
