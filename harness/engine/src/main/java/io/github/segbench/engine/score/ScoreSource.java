package io.github.segbench.engine.score;

import io.github.segbench.formats.StoredSegmentations;
import java.util.Objects;
import java.util.function.Function;

/**
 * Ground truth that has been opened, and with it the way to open predictions that belong to it.
 *
 * @param opener lists the predictions that lie at a path, as the format writes paths
 */
public record ScoreSource(GroundTruth truth, Function<String, StoredSegmentations> opener) {
  public ScoreSource {
    Objects.requireNonNull(truth, "truth");
    Objects.requireNonNull(opener, "opener");
  }

  /**
   * Lists predictions.
   *
   * @param path a file or folder; for COCO panoptic {@code FILE.json} or {@code FILE.json:FOLDER}
   * @throws io.github.segbench.formats.FormatException if there are none, or the file is damaged or
   *     does not fit the ground truth
   */
  public StoredSegmentations predictions(String path) {
    return opener.apply(path);
  }
}
