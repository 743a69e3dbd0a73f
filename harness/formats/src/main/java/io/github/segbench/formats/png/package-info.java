/** PNG files whose pixels are numbers: label ids and panoptic segment ids. */
@NullMarked
package io.github.segbench.formats.png;

import org.jspecify.annotations.NullMarked;
