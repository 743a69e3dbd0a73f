/** Latency and throughput: the JMH benchmarks and the runner that starts their forks. */
@NullMarked
package io.github.segbench.latency;

import org.jspecify.annotations.NullMarked;
