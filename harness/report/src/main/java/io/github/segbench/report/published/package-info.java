/** Numbers of papers and model cards, and the table that shows them beside those measured here. */
@NullMarked
package io.github.segbench.report.published;

import org.jspecify.annotations.NullMarked;
