package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DataOptionsTest {
  private static final PathVariables PLAIN = new PathVariables(Map.of(), "/home/me");

  @Test
  void optionWinsOverTheEnvironment() {
    DataOptions options = CommandLine.populateCommand(new DataOptions(), "--data", "/disk/data");
    PathVariables process = new PathVariables(Map.of("SEGBENCH_DATA", "/other"), "/home/me");

    assertThat(options.folder(process)).isEqualTo(Path.of("/disk/data"));
    assertThat(options.variables(process).environment())
        .containsEntry("SEGBENCH_DATA", "/disk/data");
  }

  @Test
  void relativeFolderIsThatOfTheProcessNotOfTheFileThatNamesIt() {
    PathVariables process = new PathVariables(Map.of("SEGBENCH_DATA", "data"), "/home/me");
    String absolute = Path.of("data").toAbsolutePath().toString();

    assertThat(new DataOptions().variables(process).environment())
        .containsEntry("SEGBENCH_DATA", absolute);
    assertThat(new DataOptions().folder(process)).hasToString(absolute);
  }

  @Test
  void homeFolderIsKnownInTheEnvironmentToo() {
    PathVariables process = new PathVariables(Map.of("SEGBENCH_DATA", "~/d"), "/home/me");

    assertThat(new DataOptions().folder(process)).isEqualTo(Path.of("/home/me/d"));
  }

  @Test
  void withoutEitherFilesKeepTheirOwnDefault() {
    assertThat(new DataOptions().folder(PLAIN)).isEqualTo(Path.of("/home/me/.cache/segbench/data"));
    assertThat(new DataOptions().variables(PLAIN)).isEqualTo(PLAIN);
  }
}
