package io.github.segbench.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum and size of a file.
 *
 * @param sha256 lower-case hexadecimal
 */
public record FileDigest(String sha256, long bytes) {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * @throws IOException if it cannot be read
   */
  public static FileDigest of(Path file) throws IOException {
    MessageDigest sha256 = newSha256();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new FileDigest(HexFormat.of().formatHex(sha256.digest()), bytes);
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
