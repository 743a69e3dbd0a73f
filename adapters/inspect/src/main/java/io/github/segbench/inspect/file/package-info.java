/** What a file seems to be, by its first bytes. */
@NullMarked
package io.github.segbench.inspect.file;

import org.jspecify.annotations.NullMarked;
