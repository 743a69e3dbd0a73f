package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, sorted by path; nothing whose name starts with a dot. */
record FolderEntries(List<Path> files, List<Path> folders) {
  FolderEntries {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  /**
   * @throws DatasetException if there is no such folder or it cannot be read
   */
  static FolderEntries of(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> sorted = entries.filter(path -> !name(path).startsWith(".")).sorted().toList();
      return new FolderEntries(
          sorted.stream().filter(Files::isRegularFile).toList(),
          sorted.stream().filter(Files::isDirectory).toList());
    } catch (IOException e) {
      throw new DatasetException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  /** The files with an ending, whatever its case, by their name without it. */
  SortedMap<String, Path> filesWith(String ending) {
    SortedMap<String, Path> found = new TreeMap<>();
    for (Path file : files) {
      String name = name(file);
      if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
        Path other = found.put(name.substring(0, name.length() - ending.length()), file);
        if (other != null) {
          throw new DatasetException("two files of one name: " + other + " and " + file);
        }
      }
    }
    return found;
  }

  /** The last name of a path. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
