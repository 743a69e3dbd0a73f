package io.github.segbench.datasets.stack;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** The name of a file, in which <code>{split}</code> stands for the name of a split. */
record StackName(String pattern) {
  private static final String SPLIT = "{split}";

  /**
   * @throws DatasetException if the pattern is no file name with one such place
   */
  StackName {
    int place = pattern.indexOf(SPLIT);
    if (place < 0 || pattern.indexOf(SPLIT, place + 1) >= 0 || pattern.contains("/")) {
      throw new DatasetException(
          "pattern '" + pattern + "' is no file name with one {split}, such as {split}-volume.tif");
    }
  }

  Path file(Path root, String split) {
    return root.resolve(pattern.replace(SPLIT, split));
  }

  /** The splits that have such a file. */
  SortedSet<String> splits(Path root) {
    String before = pattern.substring(0, pattern.indexOf(SPLIT));
    String after = pattern.substring(before.length() + SPLIT.length());
    SortedSet<String> splits = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, Files::isRegularFile)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.length() > before.length() + after.length()
            && name.startsWith(before)
            && name.endsWith(after)
            && !name.startsWith(".")) {
          splits.add(name.substring(before.length(), name.length() - after.length()));
        }
      }
    } catch (IOException e) {
      throw new DatasetException(root + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    return splits;
  }
}
