/** Images in memory and the image codecs of the JDK. */
@NullMarked
package io.github.segbench.api.image;

import org.jspecify.annotations.NullMarked;
