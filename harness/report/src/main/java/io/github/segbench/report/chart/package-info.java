/** Charts: their data, their one look, and SVG and PNG files of them. */
@NullMarked
package io.github.segbench.report.chart;

import org.jspecify.annotations.NullMarked;
