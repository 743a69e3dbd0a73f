package io.github.segbench.datasets.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The entries of a tar archive, which may be compressed by gzip. */
final class TarEntries implements EntrySource {
  private static final int BUFFER = 1 << 16;

  private final MarkedEnd tar;

  /**
   * @param consumed told the bytes that are read from the file
   */
  TarEntries(Path archive, boolean gzip, LongConsumer consumed) throws IOException {
    InputStream bytes =
        new BufferedInputStream(new Told(Files.newInputStream(archive), consumed), BUFFER);
    try {
      tar =
          new MarkedEnd(
              gzip
                  ? GzipCompressorInputStream.builder()
                      .setInputStream(bytes)
                      .setDecompressConcatenated(true)
                      .get()
                  : bytes);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public Optional<Entry> next() throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    if (entry == null) {
      if (!tar.isMarked()) {
        throw new EOFException("it is cut short: the end mark is missing");
      }
      return Optional.empty();
    }
    if (!entry.isCheckSumOK()) {
      throw new IOException("the header of entry '" + entry.getName() + "' is damaged");
    }
    if (!tar.canReadEntryData(entry)) {
      throw new IOException("entry '" + entry.getName() + "' is stored in an unknown way");
    }
    boolean link = entry.isLink() || entry.isSymbolicLink();
    return Optional.of(new Entry(entry.getName(), kind(entry), link ? entry.getLinkName() : ""));
  }

  private static Entry.Kind kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink()) {
      return Entry.Kind.SYMBOLIC_LINK;
    }
    if (entry.isLink()) {
      return Entry.Kind.HARD_LINK;
    }
    if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      return Entry.Kind.SPECIAL;
    }
    return entry.isDirectory() ? Entry.Kind.FOLDER : Entry.Kind.FILE;
  }

  @Override
  public InputStream content() {
    return tar;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** A tar archive that knows whether its end was marked or the file just stopped. */
  private static final class MarkedEnd extends TarArchiveInputStream {
    private boolean marked;

    MarkedEnd(InputStream in) {
      super(in);
    }

    @Override
    protected boolean isEOFRecord(byte[] record) {
      boolean end = super.isEOFRecord(record);
      marked |= end && record != null;
      return end;
    }

    boolean isMarked() {
      return marked;
    }
  }

  /** Tells what is read. */
  private static final class Told extends FilterInputStream {
    private final LongConsumer consumed;

    Told(InputStream in, LongConsumer consumed) {
      super(in);
      this.consumed = consumed;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        consumed.accept(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        consumed.accept(read);
      }
      return read;
    }
  }
}
