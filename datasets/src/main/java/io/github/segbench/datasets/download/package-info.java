/** Files from the web: resumable downloads and the checks that follow them. */
@NullMarked
package io.github.segbench.datasets.download;

import org.jspecify.annotations.NullMarked;
