package io.github.segbench.engine.dataset;

/** Is told how far the reading of a split has come. */
public interface DatasetProgress {
  /** Tells nobody. */
  DatasetProgress NONE =
      new DatasetProgress() {
        @Override
        public void splitStarted(String split, int images) {}

        @Override
        public void imageDone() {}

        @Override
        public void splitEnded() {}
      };

  /**
   * @param images that will be read
   */
  void splitStarted(String split, int images);

  /** Called by many threads. */
  void imageDone();

  /** Called once for each split that was started, however it ends. */
  void splitEnded();
}
