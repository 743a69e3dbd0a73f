/** Tables, charts and the HTML report, drawn from stored runs alone. */
@NullMarked
package io.github.segbench.report;

import org.jspecify.annotations.NullMarked;
