package io.github.segbench.datasets.archive;

/**
 * How much may come out of an archive. Data sets are photographs and label maps, which are
 * compressed already, and text, of which ten times its archive is much; what unpacks to a hundred
 * times as much is there to fill disks.
 *
 * @param entries at most so many
 * @param harmless bytes that may come out of any archive
 * @param ratio beyond {@code harmless}, at most so many times the archive's own size
 * @param bytes at most so many: what is free on the disk
 */
public record UnpackLimits(long entries, long harmless, long ratio, long bytes) {
  private static final long MOST_ENTRIES = 5_000_000;
  private static final long HARMLESS = 100_000_000;
  private static final long RATIO = 200;

  /** The limits for data sets on a disk with so many free bytes. */
  public static UnpackLimits forFreeSpace(long bytes) {
    return new UnpackLimits(MOST_ENTRIES, HARMLESS, RATIO, bytes);
  }
}
