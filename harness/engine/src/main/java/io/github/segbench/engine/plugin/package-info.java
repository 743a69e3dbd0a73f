/** Model families, backends and data set readers, found through ServiceLoader. */
@NullMarked
package io.github.segbench.engine.plugin;

import org.jspecify.annotations.NullMarked;
