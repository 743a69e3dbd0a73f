package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.machine.EnergyReading.Counter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnergyReadingTest {

  @Test
  void sumsThePackagesAndFollowsACounterThatBeginsAnew() {
    EnergyReading before =
        new EnergyReading(
            Map.of("0", new Counter(1_000_000, 9_000_000), "1", new Counter(8_500_000, 9_000_000)));
    EnergyReading after =
        new EnergyReading(
            Map.of("0", new Counter(3_500_000, 9_000_000), "1", new Counter(250_000, 9_000_000)));
    // 2.5 J, and 0.5 J up to the end of the range with 0.25 J behind it.
    assertThat(after.joulesSince(before)).hasValue(3.25);
  }

  @Test
  void isUnknownWherePackagesComeOrGo() {
    EnergyReading one = new EnergyReading(Map.of("0", new Counter(1, 9)));
    assertThat(EnergyReading.NONE.joulesSince(EnergyReading.NONE)).isEmpty();
    assertThat(one.joulesSince(EnergyReading.NONE)).isEmpty();
    assertThat(EnergyReading.NONE.joulesSince(one)).isEmpty();
  }
}
