/** What is in a data set as charts and files. */
@NullMarked
package io.github.segbench.report.dataset;

import org.jspecify.annotations.NullMarked;
