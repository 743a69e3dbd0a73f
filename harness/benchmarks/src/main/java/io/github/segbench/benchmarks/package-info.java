/** JMH benchmarks of the hot kernels. */
@NullMarked
package io.github.segbench.benchmarks;

import org.jspecify.annotations.NullMarked;
