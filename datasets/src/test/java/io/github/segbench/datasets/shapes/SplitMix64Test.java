package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SplitMix64Test {

  @Test
  void givesThePublishedSequenceOfSeedZero() {
    SplitMix64 random = new SplitMix64(0);
    assertThat(random.next()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(random.next()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(random.next()).isEqualTo(0x06C45D188009454FL);
  }

  @Test
  void roundsTheNormalSumAsSixUniformDrawsDo() {
    SplitMix64 fast = new SplitMix64(7);
    SplitMix64 naive = new SplitMix64(7);
    for (int i = 0; i < 10_000; i++) {
      double sum = 0;
      for (int k = 0; k < 6; k++) {
        sum += naive.uniform();
      }
      assertThat(fast.nearlyNormal()).isEqualTo((sum - 3) * 1.41421356);
    }
    assertThat(fast.next()).isEqualTo(naive.next());
  }

  @Test
  void staysBelowTheBound() {
    SplitMix64 random = new SplitMix64(1);
    boolean[] seen = new boolean[4];
    for (int i = 0; i < 1000; i++) {
      seen[random.below(4)] = true;
    }
    assertThat(seen).containsOnly(true);
  }
}
