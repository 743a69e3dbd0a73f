package io.github.segbench.engine.score;

import io.github.segbench.formats.StoredSegmentations;
import java.nio.file.Path;

/** Opened ground truth, and with it the way to open predictions that belong to it. */
public interface ScoreSource {
  GroundTruth truth();

  /**
   * Lists predictions that lie in a file or folder of the source's format.
   *
   * @throws io.github.segbench.formats.FormatException if there are none, or the file is damaged or
   *     does not fit the ground truth
   */
  StoredSegmentations predictions(Path path);
}
