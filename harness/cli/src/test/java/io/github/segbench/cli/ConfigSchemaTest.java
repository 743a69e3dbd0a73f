package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.config.ConfigSchema;
import io.github.segbench.engine.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed schemas know every key and every option of the plugins that are shipped. */
final class ConfigSchemaTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("segbench.root", "")).resolve("configs/schema");

  @Test
  void committedSchemasAreWhatTheKeysSay() throws IOException {
    Map<String, String> generated = new ConfigSchema(Plugins.onClassPath()).files();
    if (Boolean.getBoolean("segbench.updateSchema")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }

    assertThat(committed())
        .as("configs/schema; to update it, run this test with -Dsegbench.updateSchema=true")
        .isEqualTo(new TreeMap<>(generated));
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
