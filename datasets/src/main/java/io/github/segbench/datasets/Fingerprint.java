package io.github.segbench.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sha256 over lines of text that describe the content of a data set. */
public final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = sha256();

  /** Adds one line; the order of the lines counts. */
  public void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** The sha256 so far as 64 lower-case hexadecimal digits; starts anew. */
  public String toHex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The sha256 of some bytes as 64 lower-case hexadecimal digits. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The sha256 of all that is left of a stream, of which it holds but a little at a time. */
  public static String of(InputStream bytes) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
