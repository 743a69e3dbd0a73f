package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the openers of ground truth files have in common. */
final class TruthFiles {
  private TruthFiles() {}

  /** Ground truth that is named after its file. */
  static GroundTruth named(String path, LabelSet labels, StoredSegmentations segmentations) {
    String name = String.valueOf(path(path).toAbsolutePath().normalize().getFileName());
    return new GroundTruth(name, path, "", null, null, labels, segmentations);
  }

  /**
   * @throws FormatException if the text has characters that no path has
   */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new FormatException("'" + text + "' is no path", e);
    }
  }

  /**
   * @throws ScoreException if labels are given
   */
  static void requireNoLabels(@Nullable LabelSet labels, String saidBy) {
    if (labels != null) {
      throw new ScoreException(
          "labels "
              + labels.id()
              + " are given, expected none: "
              + saidBy
              + " says which there are");
    }
  }
}
