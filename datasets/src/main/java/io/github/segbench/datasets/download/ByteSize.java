package io.github.segbench.datasets.download;

import java.util.Locale;

/** A number of bytes in words: decimal units, as publishers state them. */
public final class ByteSize {
  private static final double THOUSAND = 1000;

  private ByteSize() {}

  /** Such as {@code 815.6 MB}. */
  public static String text(long bytes) {
    if (bytes < THOUSAND) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = 0;
    // 999.95 would be written as 1000.0.
    while (value >= THOUSAND - 0.05 && unit < "kMGTPE".length()) {
      value /= THOUSAND;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %sB", value, "kMGTPE".charAt(unit - 1));
  }
}
