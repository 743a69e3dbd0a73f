package io.github.segbench.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConditionsTest {
  private static final Conditions.State QUIET = state(0.1, 0.02);

  @Test
  void marksARunBesideWhichOthersWorked() {
    assertThat(new Conditions(state(0.92, 0), state(0.852, 0.04)).disturbance())
        .hasValue(
            "the machine was busy (processor time used by others 92% before the timings, used by"
                + " others 85% during the timings, taken by the host 4% during the timings): these"
                + " timings are not to be quoted");
  }

  @Test
  void marksARunThatWasDisturbedOnlyLater() {
    assertThat(new Conditions(QUIET, state(0.11, 0)).disturbance())
        .hasValue(
            "the machine was busy (processor time used by others 11% during the timings): these"
                + " timings are not to be quoted");
  }

  @Test
  void marksNoRunUpToTheLimitsNorForItsOwnLoad() {
    assertThat(new Conditions(QUIET, QUIET).disturbance()).isEmpty();
  }

  /** A short look of fifty ticks a processor cannot tell 2% of steal from 4%. */
  @Test
  void marksNoRunForStealBeforeIt() {
    assertThat(new Conditions(state(0, 0.04), QUIET).disturbance()).isEmpty();
  }

  @Test
  void marksNothingWhereNothingIsKnown() {
    Conditions.State unknown = new Conditions.State(-1, -1, -1, List.of());
    assertThat(new Conditions(unknown, unknown).disturbance()).isEmpty();
  }

  /** The load is that of a busy machine of many processors. */
  private static Conditions.State state(double busy, double steal) {
    return new Conditions.State(99.5, busy, steal, List.of("powersave"));
  }
}
