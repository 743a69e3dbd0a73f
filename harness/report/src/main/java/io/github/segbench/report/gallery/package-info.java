/** Pictures of label maps and of their errors, ready to be put into a page. */
@NullMarked
package io.github.segbench.report.gallery;

import org.jspecify.annotations.NullMarked;
