package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.models.instance.Box;
import io.github.segbench.models.instance.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxSuppressionTest {
  @Test
  void dropsBoxesOverTheThresholdAlone() {
    // IoU with the first: 50 / 150 = 1/3 and 60 / 140 = 3/7.
    Detection first = detection(0, new Box(0, 0, 10, 10));
    Detection third = detection(1, new Box(0, 5, 10, 15));
    Detection more = detection(2, new Box(4, 0, 14, 10));
    assertThat(new BoxSuppression(0.4).apply(List.of(first, third, more)))
        .containsExactly(first, third);
  }

  @Test
  void keepsABoxAtTheThreshold() {
    // 50 / 100 = 0.5.
    Detection whole = detection(0, new Box(0, 0, 10, 10));
    Detection half = detection(1, new Box(0, 0, 10, 5));
    assertThat(new BoxSuppression(0.5).apply(List.of(whole, half))).containsExactly(whole, half);
    assertThat(new BoxSuppression(0.49).apply(List.of(whole, half))).containsExactly(whole);
  }

  @Test
  void letsADroppedBoxDropNone() {
    // The second falls to the first (IoU 6/14); the third overlaps the second (6/14) but hardly
    // the first (2/18).
    Detection first = detection(0, new Box(0, 0, 10, 1));
    Detection second = detection(1, new Box(4, 0, 14, 1));
    Detection third = detection(2, new Box(8, 0, 18, 1));
    assertThat(new BoxSuppression(0.4).apply(List.of(first, second, third)))
        .containsExactly(first, third);
  }

  @Test
  void looksAtNoClass() {
    Detection circle = new Detection(0, 0, 1, new Box(0, 0, 4, 4));
    Detection square = new Detection(1, 1, 1, new Box(0, 0, 4, 4));
    assertThat(new BoxSuppression(0.5).apply(List.of(circle, square))).containsExactly(circle);
  }

  private static Detection detection(int index, Box box) {
    return new Detection(index, 0, 1f - index * 0.1f, box);
  }
}
