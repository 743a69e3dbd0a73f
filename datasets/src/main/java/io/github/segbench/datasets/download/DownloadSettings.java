package io.github.segbench.datasets.download;

import java.time.Duration;
import java.util.Objects;

/**
 * How patient a download is.
 *
 * @param connectTimeout until a connection stands
 * @param stallTimeout the longest time without a byte
 * @param attempts at most so many in a row that bring no new byte, at least 1
 * @param pause before the second attempt; twice as long before the third, and so on
 * @param freeSpace of the disk
 */
public record DownloadSettings(
    Duration connectTimeout,
    Duration stallTimeout,
    int attempts,
    Duration pause,
    FreeSpace freeSpace) {
  /** Half a minute to connect, one to be silent, five attempts within 20 seconds of pauses. */
  public static final DownloadSettings DEFAULT =
      new DownloadSettings(
          Duration.ofSeconds(30), Duration.ofSeconds(60), 5, Duration.ofSeconds(2), FreeSpace.DISK);

  public DownloadSettings {
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    Objects.requireNonNull(stallTimeout, "stallTimeout");
    Objects.requireNonNull(pause, "pause");
    Objects.requireNonNull(freeSpace, "freeSpace");
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", expected at least 1");
    }
  }
}
