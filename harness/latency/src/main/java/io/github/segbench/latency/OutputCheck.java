package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;

/**
 * Sees to it that what is timed is what was scored: the forks' outputs must be those of the
 * accuracy phase. Without one, they must be those of the trial's first fork.
 */
final class OutputCheck {
  private static final int DIGITS = 12;

  private OutputDigests expected;
  private String source = "the accuracy phase";

  /**
   * @param scored of no image if there was no accuracy phase
   */
  OutputCheck(OutputDigests scored) {
    this.expected = scored;
  }

  /**
   * @param forks of one timing, in their order
   * @throws LatencyException naming the first fork, image and task that differ
   */
  void check(Timing timing, List<ForkReport> forks) {
    for (int i = 0; i < forks.size(); i++) {
      OutputDigests found = forks.get(i).outputs();
      if (expected.byImage().isEmpty()) {
        expected = found;
        source = "the trial's first fork";
      }
      int fork = i + 1;
      expected
          .firstDifference(found)
          .ifPresent(
              difference -> {
                throw new LatencyException(message(timing, fork, difference), null);
              });
    }
  }

  private String message(Timing timing, int fork, OutputDigests.Difference difference) {
    return "timing "
        + timing
        + ": fork "
        + fork
        + " gives another "
        + difference.task().id()
        + " segmentation of image "
        + difference.image()
        + " than "
        + source
        + " (sha256 "
        + shortened(difference.found())
        + ", expected "
        + shortened(difference.expected())
        + ")";
  }

  private static String shortened(String digest) {
    return digest.length() > DIGITS ? digest.substring(0, DIGITS) : digest;
  }
}
