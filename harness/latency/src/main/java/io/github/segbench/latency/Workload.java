package io.github.segbench.latency;

import org.openjdk.jmh.infra.Blackhole;

/** What is done in one timed call. Called by many threads. */
interface Workload extends AutoCloseable {
  /**
   * @param position any number from 0; says which of the images to use, in turn
   */
  void run(int position, Blackhole sink);

  @Override
  void close();
}
