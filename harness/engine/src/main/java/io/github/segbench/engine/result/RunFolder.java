package io.github.segbench.engine.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder {@code NAME/TIMESTAMP/} that one run writes its files to; docs/results.md says what is
 * in it. A file is either absent or complete: it is written under another name and renamed.
 */
public final class RunFolder {
  static final String RUN_JSON = "run.json";
  static final String CONFIG_YAML = "config.yaml";
  static final String METRICS_CSV = "metrics.csv";
  static final String IMAGES_CSV = "images.csv";
  static final String LATENCY_CSV = "latency.csv";
  static final String SCENARIOS_CSV = "scenarios.csv";
  static final String RESOURCES_CSV = "resources.csv";
  static final String CURVES_CSV = "curves.csv";
  static final String PARITY_CSV = "parity.csv";

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes a new folder, named after the time in UTC, such as {@code 20260131-235959}; a second one
   * in the same second gets {@code -2} behind it.
   *
   * @param results the parent of all runs; made if it is not there
   * @param name of the run
   * @throws RunFolderException if it cannot be made or written
   */
  public static RunFolder create(Path results, String name, Instant started) {
    Path parent = results.toAbsolutePath().normalize().resolve(name);
    String timestamp = TIMESTAMP.format(started);
    try {
      Files.createDirectories(parent);
      Path path = createFirstFree(parent, timestamp);
      Files.delete(Files.createTempFile(path, "probe", ".tmp"));
      return new RunFolder(path);
    } catch (IOException e) {
      throw new RunFolderException(
          "cannot write results to "
              + parent
              + " ("
              + describe(e)
              + "), expected a folder that "
              + "can be written; another one is given by --out",
          e);
    }
  }

  private static Path createFirstFree(Path parent, String timestamp) throws IOException {
    for (int copy = 1; ; copy++) {
      Path path = parent.resolve(copy == 1 ? timestamp : timestamp + "-" + copy);
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(path)) {
          throw e;
        }
      }
    }
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /** The resolved configuration of the run. */
  public Path configFile() {
    return path.resolve(CONFIG_YAML);
  }

  /** Where JMH's own JSON of a trial is kept; its folder is made if it is not there. */
  public Path jmhFile(String trialId) {
    Path file = path.resolve(jmhName(trialId));
    try {
      Files.createDirectories(path.resolve("jmh"));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    return file;
  }

  /** Where the predictions of a trial are kept; it is made if it is not there. */
  public Path predictionsFolder(String trialId) {
    Path predictions = path.resolve("predictions").resolve(trialId);
    try {
      return Files.createDirectories(predictions);
    } catch (IOException e) {
      throw cannotWrite(predictions, e);
    }
  }

  static String jmhName(String trialId) {
    return "jmh/" + trialId + ".json";
  }

  static String confusionName(String trialId) {
    return "confusion/" + trialId + ".csv";
  }

  /**
   * Writes a file at once, in place of an older one.
   *
   * @param relative path within the folder, with {@code /}; folders are made as needed
   * @throws RunFolderException if it cannot be written
   */
  public void write(String relative, byte[] content) {
    Path file = path.resolve(relative);
    Path folder = file.resolveSibling(".");
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(folder.normalize());
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Writes a text as UTF-8, likewise. */
  public void write(String relative, String content) {
    write(relative, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file is there. */
  public boolean has(String relative) {
    return Files.exists(path.resolve(relative));
  }

  private static RunFolderException cannotWrite(Path file, IOException e) {
    return new RunFolderException("cannot write " + file + " (" + describe(e) + ")", e);
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
