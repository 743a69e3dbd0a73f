package io.github.segbench.cli;

import io.github.segbench.engine.score.Candidate;
import io.github.segbench.engine.score.ScoreException;
import io.github.segbench.engine.score.ScoreSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument {@code [NAME=]PATH}: a path, and a name that is the file's own unless given.
 *
 * @param path as the format writes it, such as {@code FILE.json:FOLDER}
 */
record NamedPath(String name, String path) {
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)=(.+)");
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern FOLDER = Pattern.compile("\\.json:.*");
  private static final Pattern PATTERN = Pattern.compile("/?[^/]*\\*[^/]*$");
  private static final Pattern ENDING = Pattern.compile("\\.(json|npz|zip)$");

  /**
   * @throws ScoreException if it is no path
   */
  static NamedPath of(String argument) {
    try {
      return parse(argument);
    } catch (InvalidPathException e) {
      throw new ScoreException("--predictions: '" + argument + "' is no path", e);
    }
  }

  private static NamedPath parse(String argument) {
    if (argument.isBlank()) {
      throw new ScoreException("--predictions: '" + argument + "', expected [NAME=]PATH");
    }
    Matcher named = NAMED.matcher(argument);
    if (named.matches() && !Files.exists(Path.of(argument))) {
      return new NamedPath(named.group(1), named.group(2));
    }
    Path file =
        Path.of(PATTERN.matcher(FOLDER.matcher(argument).replaceFirst(".json")).replaceFirst(""));
    String fileName = String.valueOf(file.toAbsolutePath().normalize().getFileName());
    return new NamedPath(
        UNFIT.matcher(ENDING.matcher(fileName).replaceAll("")).replaceAll("-"), argument);
  }

  Candidate open(ScoreSource source) {
    return new Candidate(name, path, source.predictions(path));
  }
}
