package io.github.segbench.datasets.fetch;

import io.github.segbench.datasets.download.TransferProgress;

/** Told how far a fetch has come, by one thread. */
public interface FetchProgress {
  /** Something that a person should read. */
  void line(String text);

  /**
   * A step over a file's bytes begins; the one before has ended.
   *
   * @param step {@code download}, {@code check} or {@code unpack}
   * @param file its name
   */
  TransferProgress step(String step, String file);

  /** The last step has ended, well or not. */
  void ended();
}
