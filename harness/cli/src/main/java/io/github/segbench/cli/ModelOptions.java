package io.github.segbench.cli;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the folder of all models. */
final class ModelOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = {
        "Folder of all models that are fetched or exported.",
        "Default: $SEGBENCH_MODELS, else ~/.cache/segbench/models."
      })
  private @Nullable Path models;

  /** What stands for {@code ${NAME}} in paths. */
  PathVariables variables() {
    PathVariables process = PathVariables.ofProcess();
    return FolderVariable.DATA.absolute(null, FolderVariable.MODELS.absolute(models, process));
  }

  Path folder() {
    return FolderVariable.MODELS.folder(models, PathVariables.ofProcess());
  }
}
