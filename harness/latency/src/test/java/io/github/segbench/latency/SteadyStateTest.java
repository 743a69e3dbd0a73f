package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SteadyStateTest {
  @Test
  void twoWindowsSayNothing() {
    assertThat(reachedAfter(5.0, 5.0)).containsExactly(false, false);
  }

  /** A compiler at work: 20, 9, 6, then about 5; 6 / 5.05 is 1.19, 5.05 / 4.98 is 1.014. */
  @Test
  void settlesOnceTheSlowWindowsAreOutOfSight() {
    assertThat(reachedAfter(20, 9, 6, 5.05, 4.98, 5.0))
        .containsExactly(false, false, false, false, false, true);
  }

  /** Each window is 1% faster than the one before: the spread of three is 1 / 0.99^2 = 1.020. */
  @Test
  void slowDriftIsNotTakenForAgreement() {
    assertThat(reachedAfter(10, 9.9, 9.801, 9.703, 9.606)).containsOnly(false);
  }

  /** A core that heats up: 0.8% slower each window, 1.6% in three. */
  @Test
  void slowRiseIsNotTakenForAgreement() {
    assertThat(reachedAfter(10, 10.08, 10.1606, 10.2419)).containsOnly(false);
  }

  /** 0.4% a window is within what a quiet machine does by itself. */
  @Test
  void driftThatIsLessThanNoiseIsNoDrift() {
    assertThat(reachedAfter(10, 10.04, 10.08)).containsExactly(false, false, true);
  }

  /** 2.9% up and down without a direction. */
  @Test
  void noiseWithinTheToleranceSettles() {
    assertThat(reachedAfter(10, 10.29, 10.1)).containsExactly(false, false, true);
  }

  /** 3.1%. */
  @Test
  void noiseBeyondTheToleranceDoesNot() {
    assertThat(reachedAfter(10, 10.31, 10.1, 10.42, 10.1)).containsOnly(false);
  }

  /** Code that is compiled anew, or a neighbour that wakes up, begins the waiting anew. */
  @Test
  void stepUpIsSeenAlthoughItWasQuietBefore() {
    assertThat(reachedAfter(5, 5, 5, 7, 7, 7))
        .containsExactly(false, false, true, false, false, true);
  }

  private static List<Boolean> reachedAfter(double... medians) {
    SteadyState state = new SteadyState();
    List<Boolean> reached = new ArrayList<>();
    for (double median : medians) {
      state.add(median);
      reached.add(state.isReached());
    }
    return reached;
  }
}
