/**
 * Latency and throughput: the JMH benchmark, cold starts and scenarios, and the runner that starts
 * their forks.
 */
@NullMarked
package io.github.segbench.latency;

import org.jspecify.annotations.NullMarked;
