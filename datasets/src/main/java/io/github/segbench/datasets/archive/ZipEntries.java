package io.github.segbench.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The entries that the central directory of a zip archive lists, in the order of their bytes. */
final class ZipEntries implements EntrySource {
  private final ZipFile zip;
  private final Enumeration<ZipArchiveEntry> entries;
  private final LongConsumer consumed;
  private @Nullable ZipArchiveEntry current;

  /**
   * @param consumed told the compressed size of each entry that is passed
   */
  ZipEntries(Path archive, UnpackBudget budget, LongConsumer consumed) throws IOException {
    this.zip = ZipFile.builder().setPath(archive).get();
    this.entries = zip.getEntriesInPhysicalOrder();
    this.consumed = consumed;
    requireDeclaredSize(budget);
  }

  /** What it says itself is enough to refuse it before anything is written. */
  private void requireDeclaredSize(UnpackBudget budget) {
    long declared = 0;
    Enumeration<ZipArchiveEntry> all = zip.getEntries();
    while (all.hasMoreElements()) {
      declared += Math.max(0, all.nextElement().getSize());
      budget.require(declared);
    }
  }

  @Override
  public Optional<Entry> next() throws IOException {
    if (current != null) {
      consumed.accept(Math.max(0, current.getCompressedSize()));
    }
    if (!entries.hasMoreElements()) {
      current = null;
      return Optional.empty();
    }
    ZipArchiveEntry entry = entries.nextElement();
    current = entry;
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException("entry '" + entry.getName() + "' is encrypted");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException(
          "entry '" + entry.getName() + "' is compressed by method " + entry.getMethod());
    }
    return Optional.of(new Entry(entry.getName(), kind(entry), target(entry)));
  }

  private static Entry.Kind kind(ZipArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Entry.Kind.FOLDER;
    }
    if (entry.isUnixSymlink()) {
      return Entry.Kind.SYMBOLIC_LINK;
    }
    // The kind of a UNIX file is in the four bits above its permissions; none is a plain file.
    int kind = entry.getUnixMode() & 0xF000;
    return kind == 0 || kind == 0x8000 ? Entry.Kind.FILE : Entry.Kind.SPECIAL;
  }

  private String target(ZipArchiveEntry entry) throws IOException {
    return entry.isUnixSymlink() ? Objects.requireNonNullElse(zip.getUnixSymlink(entry), "") : "";
  }

  @Override
  public InputStream content() throws IOException {
    ZipArchiveEntry entry = Objects.requireNonNull(current, "no entry");
    InputStream bytes = zip.getInputStream(entry);
    if (bytes == null) {
      throw new IOException("entry '" + entry.getName() + "' cannot be read");
    }
    return new Verified(bytes, entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The bytes of an entry, which must be those that the directory describes. */
  private static final class Verified extends CheckedInputStream {
    private final ZipArchiveEntry entry;
    private long length;

    Verified(InputStream bytes, ZipArchiveEntry entry) {
      super(bytes, new CRC32());
      this.entry = entry;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = super.read(bytes, offset, count);
      length += Math.max(0, read);
      if (read < 0 && (length != entry.getSize() || getChecksum().getValue() != entry.getCrc())) {
        throw new IOException("entry '" + entry.getName() + "' is damaged");
      }
      return read;
    }
  }
}
