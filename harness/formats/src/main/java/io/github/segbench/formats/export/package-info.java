/** Writers of predictions in the formats that evaluation servers accept. */
@NullMarked
package io.github.segbench.formats.export;

import org.jspecify.annotations.NullMarked;
