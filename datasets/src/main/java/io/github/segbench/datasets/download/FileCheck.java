package io.github.segbench.datasets.download;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a file with the size and the checksums that are stated of it. */
public final class FileCheck {
  private static final int BUFFER = 1 << 16;
  private static final String SHA256 = "sha256";
  private static final Map<String, String> JAVA_NAMES =
      Map.of(SHA256, "SHA-256", "sha1", "SHA-1", "md5", "MD5");

  private FileCheck() {}

  /**
   * The checksums of a file, sha256 and those that are stated.
   *
   * @throws DatasetException if it is another file than the stated one; names the file, what is
   *     found and what is expected
   */
  public static Map<String, String> check(RemoteFile stated, Path file, TransferProgress progress)
      throws IOException {
    long size = Files.size(file);
    if (stated.size().isPresent() && stated.size().get() != size) {
      throw new DatasetException(
          file + ": has " + size + " bytes, expected " + stated.size().get());
    }
    Set<String> algorithms = new TreeSet<>(stated.checksums().keySet());
    algorithms.add(SHA256);
    progress.started(0, size);
    Map<String, String> found = checksums(file, algorithms, progress);
    for (String algorithm : algorithms) {
      String expected = stated.checksums().get(algorithm);
      if (expected != null && !expected.equals(found.get(algorithm))) {
        throw new DatasetException(
            file + ": " + algorithm + " is " + found.get(algorithm) + ", expected " + expected);
      }
    }
    return found;
  }

  private static Map<String, String> checksums(
      Path file, Set<String> algorithms, TransferProgress progress) throws IOException {
    Map<String, MessageDigest> digests = new LinkedHashMap<>();
    algorithms.forEach(algorithm -> digests.put(algorithm, digest(algorithm)));
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (MessageDigest digest : digests.values()) {
          digest.update(buffer, 0, read);
        }
        progress.moved(read);
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    digests.forEach(
        (algorithm, digest) -> found.put(algorithm, HexFormat.of().formatHex(digest.digest())));
    return found;
  }

  private static MessageDigest digest(String algorithm) {
    String name = JAVA_NAMES.get(algorithm);
    if (name == null) {
      throw new DatasetException(
          "unknown checksum '" + algorithm + "', expected one of " + JAVA_NAMES.keySet());
    }
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + name, e);
    }
  }
}
