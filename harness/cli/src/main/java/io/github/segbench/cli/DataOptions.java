package io.github.segbench.cli;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the folder of all data sets. */
final class DataOptions {
  private static final String VARIABLE = "SEGBENCH_DATA";
  private static final Path DEFAULT = Path.of(".cache", "segbench", "data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Folder of all data sets.",
        "Default: $SEGBENCH_DATA, else ~/.cache/segbench/data."
      })
  private @Nullable Path data;

  boolean isGiven() {
    return data != null;
  }

  /** What stands for {@code ${NAME}} in paths: as the process has it, but for the data folder. */
  PathVariables variables() {
    return variables(PathVariables.ofProcess());
  }

  /** The data folder is absolute, so that it is the same in files of any folder. */
  PathVariables variables(PathVariables process) {
    boolean chosen = data != null || !process.environment().getOrDefault(VARIABLE, "").isEmpty();
    return chosen ? process.with(VARIABLE, folder(process).toString()) : process;
  }

  Path folder() {
    return folder(PathVariables.ofProcess());
  }

  /** The folder of all data sets. */
  Path folder(PathVariables process) {
    String variable = process.environment().getOrDefault(VARIABLE, "");
    Path home = Path.of(process.home());
    Path folder;
    if (data != null) {
      folder = data;
    } else if (variable.startsWith("~/")) {
      folder = home.resolve(variable.substring(2));
    } else {
      folder = variable.isEmpty() ? home.resolve(DEFAULT) : Path.of(variable);
    }
    return folder.toAbsolutePath().normalize();
  }
}
