/** Images in memory and the codecs of photos. */
@NullMarked
package io.github.segbench.api.image;

import org.jspecify.annotations.NullMarked;
