package io.github.segbench.cli;

import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder that an option, else an environment variable, else the user's home names.
 *
 * @param name of the variable
 * @param fallback below the user's home
 */
record FolderVariable(String name, Path fallback) {
  /** The folder of all data sets. */
  static final FolderVariable DATA =
      new FolderVariable("SEGBENCH_DATA", Path.of(".cache", "segbench", "data"));

  /** The folder of all models that are fetched or exported. */
  static final FolderVariable MODELS =
      new FolderVariable("SEGBENCH_MODELS", Path.of(".cache", "segbench", "models"));

  /**
   * The absolute folder.
   *
   * @param given by the option; null if it was not given
   */
  Path folder(@Nullable Path given, PathVariables process) {
    String variable = process.environment().getOrDefault(name, "");
    Path home = Path.of(process.home());
    Path folder;
    if (given != null) {
      folder = given;
    } else if (variable.startsWith("~/")) {
      folder = home.resolve(variable.substring(2));
    } else {
      folder = variable.isEmpty() ? home.resolve(fallback) : Path.of(variable);
    }
    return folder.toAbsolutePath().normalize();
  }

  /**
   * The process's variables with this one absolute, so that it is the same in files of any folder.
   */
  PathVariables absolute(@Nullable Path given, PathVariables process) {
    boolean chosen = given != null || !process.environment().getOrDefault(name, "").isEmpty();
    return chosen ? process.with(name, folder(given, process).toString()) : process;
  }
}
