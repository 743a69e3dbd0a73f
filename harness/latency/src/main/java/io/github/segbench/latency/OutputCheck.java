package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;

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
   * @param fork for people, such as {@code timing ...: fork 2}
   * @param found what it gives for all images
   * @throws LatencyException naming the first image and task that differ
   */
  void check(String fork, OutputDigests found) {
    if (expected.byImage().isEmpty()) {
      expected = found;
      source = "the trial's first fork";
    }
    compare(fork, expected, found);
  }

  /**
   * Checks a fork that has done the first image alone; behind others that have done all.
   *
   * @throws LatencyException if another segmentation was expected
   */
  void checkFirst(String fork, OutputDigests found) {
    compare(fork, expected.first(1), found);
  }

  private void compare(String fork, OutputDigests wanted, OutputDigests found) {
    wanted
        .firstDifference(found)
        .ifPresent(
            difference -> {
              throw new LatencyException(message(fork, difference), null);
            });
  }

  private String message(String fork, OutputDigests.Difference difference) {
    return fork
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
