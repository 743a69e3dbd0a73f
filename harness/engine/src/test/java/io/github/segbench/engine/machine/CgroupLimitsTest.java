package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CgroupLimitsTest {

  @Test
  void readsVersion2() {
    // 150 ms in each 100 ms: one and a half processors.
    assertThat(CgroupLimits.version2("150000 100000\n", "2147483648\n"))
        .isEqualTo(new CgroupLimits(1.5, 1L << 31));
  }

  @Test
  void takesNoLimitForNoLimit() {
    assertThat(CgroupLimits.version2("max 100000\n", "max\n")).isEqualTo(CgroupLimits.NONE);
    assertThat(CgroupLimits.version1("-1\n", "100000\n", "9223372036854771712\n"))
        .isEqualTo(CgroupLimits.NONE);
    assertThat(CgroupLimits.version2("", "")).isEqualTo(CgroupLimits.NONE);
  }

  @Test
  void readsVersion1() {
    assertThat(CgroupLimits.version1("200000\n", "100000\n", "1073741824\n"))
        .isEqualTo(new CgroupLimits(2.0, 1L << 30));
  }

  @Test
  void theSmallerLimitHolds() {
    CgroupLimits outer = new CgroupLimits(2.0, null);
    CgroupLimits inner = new CgroupLimits(3.0, 7L);
    assertThat(outer.and(inner)).isEqualTo(new CgroupLimits(2.0, 7L));
    assertThat(inner.and(outer)).isEqualTo(new CgroupLimits(2.0, 7L));
  }
}
