package io.github.segbench.cli;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the folder of all data sets. */
final class DataOptions {
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

  /** The folders of data sets and models are absolute, so that they are the same in all files. */
  PathVariables variables(PathVariables process) {
    return FolderVariable.MODELS.absolute(null, FolderVariable.DATA.absolute(data, process));
  }

  Path folder() {
    return folder(PathVariables.ofProcess());
  }

  /** The folder of all data sets. */
  Path folder(PathVariables process) {
    return FolderVariable.DATA.folder(data, process);
  }
}
