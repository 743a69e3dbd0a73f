package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A text file that names the images of a split, one a line. */
public final class IdList {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What some editors begin a file with. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IdList() {}

  /**
   * The first word of each line, in the order of the file; blank lines and those that start with #
   * are passed over.
   *
   * @throws DatasetException if the file cannot be read or an id stands twice
   */
  public static Set<String> read(Path file) {
    Set<String> ids = new LinkedHashSet<>();
    for (String id : words(file)) {
      if (!ids.add(id)) {
        throw new DatasetException(file + ": id '" + id + "' stands twice");
      }
    }
    return ids;
  }

  /** The same of a file that may be no list at all. */
  static List<String> words(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(line -> BLANKS.split(line.replace(BYTE_ORDER_MARK, "").strip(), 2)[0])
          .filter(word -> !word.isEmpty() && !word.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
