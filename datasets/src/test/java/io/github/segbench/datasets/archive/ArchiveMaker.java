package io.github.segbench.datasets.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives in memory, good and bad ones, of each kind. */
public enum ArchiveMaker {
  ZIP("a.zip"),
  TAR("a.tar"),
  TAR_GZ("a.tar.gz");

  private final String fileName;

  ArchiveMaker(String fileName) {
    this.fileName = fileName;
  }

  public String fileName() {
    return fileName;
  }

  /**
   * An archive of entries.
   *
   * @param entries each {@code NAME=TEXT} for a file, {@code NAME/} for a folder, {@code
   *     NAME->TARGET} for a symbolic link, {@code NAME=>TARGET} for a hard link (tar), {@code
   *     NAME|} for a pipe
   */
  public byte[] of(String... entries) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (this == ZIP) {
        zip(bytes, entries);
      } else if (this == TAR) {
        tar(bytes, entries);
      } else {
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
          tar(gzip, entries);
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void zip(OutputStream out, String... entries) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (String text : entries) {
        String[] parts = parts(text);
        ZipArchiveEntry entry = new ZipArchiveEntry(parts[0]);
        if (parts[1].equals("->")) {
          entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
        } else if (parts[1].equals("|")) {
          entry.setUnixMode(0x1000 | 0644);
        }
        zip.putArchiveEntry(entry);
        zip.write(parts[2].getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
  }

  private static void tar(OutputStream out, String... entries) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    for (String text : entries) {
      String[] parts = parts(text);
      TarArchiveEntry entry = entry(parts);
      byte[] content =
          parts[1].equals("=") ? parts[2].getBytes(StandardCharsets.UTF_8) : new byte[0];
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    tar.finish();
    tar.flush();
  }

  private static TarArchiveEntry entry(String... parts) {
    switch (parts[1]) {
      case "->", "=>" -> {
        byte type = parts[1].equals("->") ? TarConstants.LF_SYMLINK : TarConstants.LF_LINK;
        TarArchiveEntry entry = new TarArchiveEntry(parts[0], type, true);
        entry.setLinkName(parts[2]);
        return entry;
      }
      case "|" -> {
        return new TarArchiveEntry(parts[0], TarConstants.LF_FIFO, true);
      }
      default -> {
        return new TarArchiveEntry(parts[0], true);
      }
    }
  }

  /** Name, kind and what follows. */
  private static String[] parts(String text) {
    for (String kind : new String[] {"->", "=>", "=", "|"}) {
      int at = text.indexOf(kind);
      if (at >= 0) {
        return new String[] {text.substring(0, at), kind, text.substring(at + kind.length())};
      }
    }
    return new String[] {text, "", ""};
  }
}
