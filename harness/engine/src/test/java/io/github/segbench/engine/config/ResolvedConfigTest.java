package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolvedConfigTest {
  @TempDir private Path folder;

  @Test
  void readsBackWhatIsAllDefaults() {
    RunConfig run = new ConfigFolder(folder).read();

    assertThat(reread(run)).isEqualTo(run);
  }

  @Test
  void readsBackEveryKey() {
    RunConfig run =
        new ConfigFolder(folder)
            .write("runs/demo.yaml", FullExample.RUN)
            .write("models/tiny.yaml", FullExample.MODEL)
            .write("datasets/scenes.yaml", FullExample.DATASET)
            .read();

    assertThat(reread(run)).isEqualTo(run);
  }

  @Test
  void readsBackTextsThatLookLikeSomethingElse() {
    for (String text :
        List.of(
            "1.0",
            "true",
            "null",
            "~",
            "#1",
            "a: b",
            "- a",
            "0x1f",
            "1e5",
            "'",
            "a\nb",
            " a",
            "",
            "@a",
            "yes",
            "{a}",
            "\u00e9\"\\",
            "?",
            "=",
            "<<",
            "!a",
            "&a",
            "*a",
            "%a",
            "2026-01-01",
            "12:30",
            "1_000",
            ".5",
            "+1",
            "-",
            "...",
            "---",
            "a #b",
            "a:",
            "\t")) {
      RunConfig run = new ConfigFolder(folder).read();
      RunConfig odd =
          new RunConfig(
              run.name(),
              text,
              run.models(),
              run.datasets(),
              run.backends(),
              run.accuracy(),
              run.latency());

      assertThat(reread(odd).description()).as("description '%s'", text).isEqualTo(text);
    }
  }

  /** From another folder, without the files that the run was made of. */
  private RunConfig reread(RunConfig run) {
    ConfigFolder elsewhere = new ConfigFolder(folder.resolve("elsewhere"));
    elsewhere.write("results/run.yaml", ResolvedConfig.toYaml(run));
    return new ConfigReader(
            FakePlugins.plugins(), List.of(), new PathVariables(Map.of(), "/home/user"))
        .read(elsewhere.path("results/run.yaml"), Overrides.NONE);
  }
}
