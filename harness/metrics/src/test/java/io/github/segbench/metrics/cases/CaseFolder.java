package io.github.segbench.metrics.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case whose numbers were made by another tool; the tests of one that is absent are skipped. */
final class CaseFolder {
  private final Path folder;

  CaseFolder(String name) {
    folder =
        Path.of(System.getProperty("segbench.shared", "absent")).resolve("cases").resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "the case " + name + " is not on this machine");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  JsonNode json(String name) {
    return JsonMapper.shared().readTree(file(name));
  }
}
