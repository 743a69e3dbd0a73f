package io.github.segbench.datasets.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of which whole a partial response has: the header {@code Content-Range: bytes
 * FIRST-LAST/TOTAL} (RFC 9110, 14.4).
 */
record ContentRange(long first, long last, long total) {
  private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  /** Empty if it is something else, or has no total. */
  static Optional<ContentRange> parse(String header) {
    Matcher matcher = FORM.matcher(header.strip());
    return matcher.matches()
        ? Optional.of(
            new ContentRange(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether it is all from a byte on. */
  boolean isRestFrom(long byteNumber) {
    return first == byteNumber && last == total - 1;
  }
}
