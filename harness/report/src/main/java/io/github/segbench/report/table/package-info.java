/** Tables of numbers and the formats that they are written in. */
@NullMarked
package io.github.segbench.report.table;

import org.jspecify.annotations.NullMarked;
