package io.github.segbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BilinearAxisTest {
  @Test
  void putsPixelCentresAtHalves() {
    // 2 -> 4: centres 0.5, 1.5, 2.5, 3.5 times 0.5 minus 0.5 are -0.25, 0.25, 0.75, 1.25;
    // the first and the last are clamped to 0 and 1.
    BilinearAxis axis = BilinearAxis.between(2, 4);
    int[] lower = new int[4];
    int[] upper = new int[4];
    float[] upperWeight = new float[4];
    for (int i = 0; i < 4; i++) {
      lower[i] = axis.lower(i);
      upper[i] = axis.upper(i);
      upperWeight[i] = axis.upperWeight(i);
      assertThat(axis.lowerWeight(i)).isEqualTo(1 - axis.upperWeight(i));
    }
    assertThat(lower).containsExactly(0, 0, 0, 1);
    assertThat(upper).containsExactly(1, 1, 1, 1);
    assertThat(upperWeight).containsExactly(0f, 0.25f, 0.75f, 0f);
  }

  @Test
  void averagesTwoPixelsWhenHalving() {
    // 4 -> 2: centres 0.5 and 1.5 times 2 minus 0.5 are 0.5 and 2.5.
    BilinearAxis axis = BilinearAxis.between(4, 2);
    assertThat(axis.lower(0)).isZero();
    assertThat(axis.upperWeight(0)).isEqualTo(0.5f);
    assertThat(axis.lower(1)).isEqualTo(2);
    assertThat(axis.upperWeight(1)).isEqualTo(0.5f);
  }

  @Test
  void knowsThatEqualLengthsNeedNoInterpolation() {
    assertThat(BilinearAxis.between(1000, 1000).isIdentity()).isTrue();
    assertThat(BilinearAxis.between(999, 1000).isIdentity()).isFalse();
    assertThat(new BilinearAxis(5, 5, 0.9).isIdentity()).isFalse();
  }
}
