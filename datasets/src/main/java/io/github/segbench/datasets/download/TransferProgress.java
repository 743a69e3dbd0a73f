package io.github.segbench.datasets.download;

/** Told how far a transfer has come, by one thread. */
public interface TransferProgress {
  /** Tells nobody. */
  TransferProgress NONE =
      new TransferProgress() {
        @Override
        public void started(long done, long total) {}

        @Override
        public void moved(long bytes) {}
      };

  /**
   * A transfer starts, or starts again from another place.
   *
   * @param done bytes that are there already
   * @param total bytes in the end; 0 if that is not known
   */
  void started(long done, long total);

  /** More bytes are there. */
  void moved(long bytes);
}
