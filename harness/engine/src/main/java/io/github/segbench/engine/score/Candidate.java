package io.github.segbench.engine.score;

import io.github.segbench.formats.StoredSegmentations;
import java.util.Objects;

/**
 * The stored predictions of one model.
 *
 * @param name unique among those that are scored together, usable as a file name
 * @param source where they lie, for people
 */
public record Candidate(String name, String source, StoredSegmentations predictions) {
  public Candidate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(predictions, "predictions");
  }
}
