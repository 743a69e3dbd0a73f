package io.github.segbench.metrics.semantic;

import java.util.Arrays;

/** Runs of one label in a label map, their ends found by the vectorised {@link Arrays#mismatch}. */
final class LabelRuns {
  private LabelRuns() {}

  /** The first position after {@code from} and before {@code limit} with another label, or that. */
  static int end(short[] labels, int from, int limit) {
    int differs = Arrays.mismatch(labels, from, limit - 1, labels, from + 1, limit);
    return differs < 0 ? limit : from + differs + 1;
  }
}
