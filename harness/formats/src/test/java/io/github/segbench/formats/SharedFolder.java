package io.github.segbench.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data and cases that tests use where they are present. */
public final class SharedFolder {
  private SharedFolder() {}

  /**
   * @param relative such as {@code data/camvid}; the test is skipped if it is not there
   */
  public static Path require(String relative) {
    Path path = Path.of(System.getProperty("segbench.shared", "absent")).resolve(relative);
    assumeTrue(Files.exists(path), "no " + path);
    return path;
  }
}
