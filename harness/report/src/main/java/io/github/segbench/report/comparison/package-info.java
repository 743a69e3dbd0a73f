/** What a report compares: the trials of one task on one data set, side by side. */
@NullMarked
package io.github.segbench.report.comparison;

import org.jspecify.annotations.NullMarked;
