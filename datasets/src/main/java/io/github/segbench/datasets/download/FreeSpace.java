package io.github.segbench.datasets.download;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much can be written to a disk. */
public interface FreeSpace {
  /** Left free, so that a full disk stops nothing else. */
  long RESERVE = 64L << 20;

  /** What the file system says. */
  FreeSpace DISK = folder -> Files.getFileStore(folder).getUsableSpace();

  /**
   * @param folder exists
   * @return bytes that this process could write there
   */
  long bytes(Path folder) throws IOException;

  /**
   * Requires room for more bytes, beside {@link #RESERVE}.
   *
   * @param what needs them, for the message
   * @throws DatasetException if there is not enough
   */
  default void require(long needed, Path folder, String what) throws IOException {
    long free = bytes(folder) - RESERVE;
    if (needed > free) {
      throw new DatasetException(
          what
              + " needs "
              + ByteSize.text(needed)
              + ", but "
              + folder
              + " has "
              + ByteSize.text(Math.max(0, free))
              + " left: make room, or name another folder with --data");
    }
  }
}
