/** The HTML report and the templates that it is rendered from. */
@NullMarked
package io.github.segbench.report.html;

import org.jspecify.annotations.NullMarked;
