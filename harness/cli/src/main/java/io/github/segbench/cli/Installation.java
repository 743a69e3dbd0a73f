package io.github.segbench.cli;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where segbench lives and what it is attached to.
 *
 * @param home the folder with {@code configs/}, {@code report-templates/} and {@code
 *     results/published/}
 * @param terminal true if progress goes to a terminal
 */
record Installation(Path home, boolean terminal) {
  private static final String HOME = "segbench.home";
  private static final String TERMINAL = "segbench.terminal";

  /** The system properties that the launcher sets and that a fork must be given too. */
  static final Set<String> PROPERTIES = Set.of(HOME, "onnxruntime.native.path");

  /** As the launcher says: {@value #HOME} and {@value #TERMINAL}. */
  static Installation fromSystemProperties() {
    Path home = Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
    return new Installation(home, Boolean.getBoolean(TERMINAL));
  }

  Path configs() {
    return home.resolve("configs");
  }

  /** Where numbers of papers and model cards lie. */
  Path published() {
    return home.resolve("results/published");
  }
}
