package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one fetch that may work on a data folder. The system lets go of it on a crash. */
final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws DatasetException if another fetch holds it
   */
  static DataLock take(DataFolder folder) throws IOException {
    Path file = folder.own("lock");
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return new DataLock(channel);
    }
    channel.close();
    throw new DatasetException(
        "another fetch works in "
            + folder.root()
            + ": wait until it has ended (lock "
            + file
            + ")");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by another thread of this JVM
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
