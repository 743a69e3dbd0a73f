package io.github.segbench.latency;

/** Takes images of an endless sequence from compressed bytes to segmentations. */
interface ImageWork {
  /**
   * Called by many threads.
   *
   * @param first position of the first image, any number from 0
   * @param count images in a run of the network, at least 1
   */
  void segment(long first, int count);
}
