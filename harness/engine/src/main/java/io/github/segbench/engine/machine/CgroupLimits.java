package io.github.segbench.engine.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a Linux control group lets its processes use; null where there is no limit.
 *
 * @param cpus in processors, such as 1.5
 */
public record CgroupLimits(@Nullable Double cpus, @Nullable Long memoryBytes) {
  public static final CgroupLimits NONE = new CgroupLimits(null, null);

  /** Version 1 writes its largest page-aligned number where there is no limit. */
  private static final long NO_LIMIT = 1L << 60;

  /**
   * Reads the files of version 2.
   *
   * @param cpuMax {@code cpu.max}: quota or {@code max}, and period
   * @param memoryMax {@code memory.max}: bytes or {@code max}
   */
  static CgroupLimits version2(String cpuMax, String memoryMax) {
    String[] parts = cpuMax.strip().split("\\s+");
    return parts.length == 2 ? of(parts[0], parts[1], memoryMax) : of("", "", memoryMax);
  }

  /**
   * Reads the files of version 1.
   *
   * @param quota {@code cpu.cfs_quota_us}; -1 for no limit
   * @param period {@code cpu.cfs_period_us}
   * @param memory {@code memory.limit_in_bytes}
   */
  static CgroupLimits version1(String quota, String period, String memory) {
    return of(quota.strip(), period.strip(), memory);
  }

  private static CgroupLimits of(String quota, String period, String memory) {
    boolean limited = isNumber(quota) && isNumber(period) && !period.equals("0");
    Double cpus =
        limited ? Double.valueOf((double) Long.parseLong(quota) / Long.parseLong(period)) : null;
    String bytes = memory.strip();
    Long memoryBytes =
        isNumber(bytes) && Long.parseLong(bytes) < NO_LIMIT ? Long.valueOf(bytes) : null;
    return new CgroupLimits(cpus, memoryBytes);
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }

  /** Both limits hold: of each the smaller one. */
  CgroupLimits and(CgroupLimits other) {
    return new CgroupLimits(smaller(cpus, other.cpus), smaller(memoryBytes, other.memoryBytes));
  }

  private static <T extends Comparable<T>> @Nullable T smaller(@Nullable T one, @Nullable T two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    return one.compareTo(two) <= 0 ? one : two;
  }
}
