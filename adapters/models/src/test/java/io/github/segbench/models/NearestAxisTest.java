package io.github.segbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NearestAxisTest {
  @Test
  void takesThePixelThatHoldsTheCentre() {
    // 3 -> 5: centres 0.3, 0.9, 1.5, 2.1, 2.7.
    assertThat(NearestAxis.positions(3, 5, 3, 5)).containsExactly(0, 0, 1, 2, 2);
  }

  @Test
  void takesTheLaterPixelWhereTheCentreIsOnABorder() {
    // 4 -> 2: centres 1 and 3. 6 -> 9: centre 1 of 9 falls on 1.5 * 6 / 9 = 1.
    assertThat(NearestAxis.positions(4, 2, 4, 2)).containsExactly(1, 3);
    assertThat(NearestAxis.positions(6, 9, 6, 9)).containsExactly(0, 1, 1, 2, 3, 3, 4, 5, 5);
  }

  @Test
  void staysWithinTheUsablePositions() {
    assertThat(NearestAxis.positions(2, 4, 3, 4)).containsExactly(0, 1, 1, 1);
  }
}
