package io.github.segbench.formats;

import io.github.segbench.api.segmentation.Segmentations;

/**
 * Predictions of many images on their way to disk, in a format that {@link StoredSegmentations} or
 * an evaluation server reads. For one thread at a time.
 *
 * <pre>{@code
 * try (PredictionWriter writer = new LabelFolderWriter(folder)) {
 *   writer.write("frankfurt_000000_000294", prediction);
 *   writer.finish();
 * }
 * }</pre>
 */
public interface PredictionWriter extends AutoCloseable {
  /**
   * Adds one image.
   *
   * @param image its id, which names its files
   * @throws FormatException if the prediction lacks the task of the format or holds what the format
   *     cannot, if the image was written before, or if a file cannot be written
   */
  void write(String image, Segmentations prediction);

  /**
   * Completes the files; not called when a write failed.
   *
   * @throws FormatException if a file cannot be written
   */
  void finish();

  /** Lets go of what is open; files that were not finished may be incomplete. */
  @Override
  void close();
}
