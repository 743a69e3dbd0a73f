package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.Segmentations;

/** Takes the predictions of one trial. Safe for use from several threads. */
public interface PredictionSink extends AutoCloseable {
  /** Takes everything and keeps nothing. */
  PredictionSink NONE =
      new PredictionSink() {
        @Override
        public void accept(int image, Segmentations prediction) {}

        @Override
        public void finish() {}

        @Override
        public void close() {}
      };

  /**
   * @param image position of the sample; each comes once, in any order
   * @param prediction in the data set's labels
   * @throws io.github.segbench.formats.FormatException if it cannot be written
   */
  void accept(int image, Segmentations prediction);

  /** Completes the files; not called when an image failed. */
  void finish();

  @Override
  void close();
}
