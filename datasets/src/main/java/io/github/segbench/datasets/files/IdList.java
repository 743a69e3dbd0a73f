package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** A text file that names the images of a split, one a line. */
public final class IdList {
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
    try {
      Set<String> ids = new LinkedHashSet<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String id = line.replace(BYTE_ORDER_MARK, "").strip().split("\\s+", 2)[0];
        if (!id.isEmpty() && !id.startsWith("#") && !ids.add(id)) {
          throw new DatasetException(file + ": id '" + id + "' stands twice");
        }
      }
      return ids;
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
