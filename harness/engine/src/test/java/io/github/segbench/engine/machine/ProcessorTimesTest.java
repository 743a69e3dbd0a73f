package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** On the text of Linux's files, cut to the lines that matter. */
final class ProcessorTimesTest {
  private static final String OWN_BEFORE =
      "77 (java) S 1 77 77 0 -1 4194560 9 9 0 0 100 20 30 4 20 0 9 0 5 6 7\n";

  @Test
  void sumsTheKindsOfWork() {
    // busy 10 + 20 + 30 + 2 + 3; idle 400 + 50; own 100 + 20 + 30 + 4.
    assertThat(ProcessorTimes.parse("cpu  10 20 30 400 50 2 3 4 7 8\ncpu0 1 1 1 1\n", OWN_BEFORE))
        .isEqualTo(new ProcessorTimes(65, 450, 4, 154));
  }

  @Test
  void takesOwnWorkAndThatOfForksFromTheOthers() {
    ProcessorTimes before = ProcessorTimes.parse("cpu  1000 0 0 1000 0 0 0 0 0 0\n", OWN_BEFORE);
    // 200 ticks: 120 busy, of which 60 by forks and 10 by this process; 8 stolen.
    ProcessorTimes after =
        ProcessorTimes.parse(
            "cpu  1120 0 0 1072 0 0 0 8 0 0\n",
            "77 (java) S 1 77 77 0 -1 4194560 9 9 0 0 107 23 80 14 20 0 9 0 5 6 7\n");
    assertThat(after.othersSince(before)).isCloseTo(50 / 200.0, within(1e-12));
    assertThat(after.stealSince(before)).isCloseTo(8 / 200.0, within(1e-12));
  }

  @Test
  void aNameWithSpacesAndParenthesesDoesNotShiftTheFields() {
    String odd = OWN_BEFORE.replace("(java)", "(a) b (c d)");
    assertThat(ProcessorTimes.parse("cpu  1 1 1 1 1 1 1 1 1 1\n", odd).own()).isEqualTo(154);
  }

  /** The kernel counts single processes more finely than all of them. */
  @Test
  void othersNeverUseLessThanNothing() {
    ProcessorTimes before = new ProcessorTimes(0, 0, 1, 0);
    assertThat(new ProcessorTimes(100, 100, 1, 101).othersSince(before)).isZero();
  }

  @Test
  void saysNothingWhereNothingIsKnown() {
    assertThat(ProcessorTimes.parse("", "")).isEqualTo(ProcessorTimes.UNKNOWN);
    assertThat(ProcessorTimes.parse("cpu  1 2 3\n", OWN_BEFORE)).isEqualTo(ProcessorTimes.UNKNOWN);
    ProcessorTimes known = new ProcessorTimes(5, 5, 0, 0);
    assertThat(known.othersSince(ProcessorTimes.UNKNOWN)).isEqualTo(-1);
    assertThat(ProcessorTimes.UNKNOWN.stealSince(known)).isEqualTo(-1);
    assertThat(known.stealSince(known)).isEqualTo(-1);
  }
}
