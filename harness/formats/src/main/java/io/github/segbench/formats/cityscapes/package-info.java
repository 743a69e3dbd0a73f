/** Files and labels as Cityscapes and its scripts have them. */
@NullMarked
package io.github.segbench.formats.cityscapes;

import org.jspecify.annotations.NullMarked;
