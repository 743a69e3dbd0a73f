/** Families whose networks give one score a class and pixel: FCN, U-Net, SegNet. */
@NullMarked
package io.github.segbench.models.semantic;

import org.jspecify.annotations.NullMarked;
