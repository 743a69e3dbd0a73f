package io.github.segbench.datasets.archive;

import io.github.segbench.api.dataset.DatasetException;
import java.nio.file.Path;

/** Counts what comes out of one archive and those within it, and stops it at the limits. */
final class UnpackBudget {
  private final Path archive;
  private final UnpackLimits limits;
  private final long mostByRatio;
  private long entries;
  private long bytes;

  UnpackBudget(Path archive, long archiveBytes, UnpackLimits limits) {
    this.archive = archive;
    this.limits = limits;
    this.mostByRatio = Math.max(limits.harmless(), limits.ratio() * archiveBytes);
  }

  /** Counts one entry. */
  void addEntry() {
    entries++;
    if (entries > limits.entries()) {
      throw new DatasetException(
          archive + ": has more than " + limits.entries() + " entries, which is no data set");
    }
  }

  /** Counts bytes that are about to be written. */
  void addBytes(long count) {
    require(count);
    bytes += count;
  }

  /**
   * Requires that so many bytes more may come out.
   *
   * @throws DatasetException if they may not
   */
  void require(long count) {
    long total = count > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + count;
    if (total > mostByRatio) {
      throw new DatasetException(
          archive
              + ": unpacks to more than "
              + mostByRatio
              + " bytes, "
              + limits.ratio()
              + " times its own size: refused as an archive made to fill the disk");
    }
    if (total > limits.bytes()) {
      throw new DatasetException(
          archive
              + ": unpacks to more than the "
              + limits.bytes()
              + " bytes that are free: make room, or name another folder with --data");
    }
  }
}
