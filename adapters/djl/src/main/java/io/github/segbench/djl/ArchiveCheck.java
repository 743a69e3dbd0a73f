package io.github.segbench.djl;

import io.github.segbench.api.inference.InferenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The check that a TorchScript file, a zip archive, has the bytes that it was written with. PyTorch
 * itself loads damaged weights without a word.
 */
final class ArchiveCheck {
  private static final int BUFFER_BYTES = 1 << 16;

  private ArchiveCheck() {}

  /**
   * @throws InferenceException naming the part of the archive whose checksum is wrong
   */
  static void requireIntact(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        long actual = checksum(archive, entry);
        if (actual != entry.getCrc()) {
          throw new InferenceException(
              String.format(
                  Locale.ROOT,
                  "model file %s is corrupt: the checksum of '%s' is %08x, expected %08x",
                  file,
                  entry.getName(),
                  actual,
                  entry.getCrc()),
              null);
        }
      }
    } catch (ZipException e) {
      throw new InferenceException(
          "model file "
              + file
              + " is corrupt or not a TorchScript file, which is a zip archive: "
              + OneLine.causeOf(e),
          e);
    } catch (IOException e) {
      throw new InferenceException(
          "model file " + file + " cannot be read: " + OneLine.causeOf(e), e);
    }
  }

  private static long checksum(ZipFile archive, ZipEntry entry) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new CheckedInputStream(archive.getInputStream(entry), crc)) {
      while (in.read(buffer) >= 0) {
        // the stream adds up the checksum
      }
    }
    return crc.getValue();
  }
}
