package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.files.IdList;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ids that a list names. A line may also have the name of an image file, with or without its
 * ending and with folders before it, such as {@code Images/1_1_s.bmp}.
 */
final class ListedIds {
  private ListedIds() {}

  /**
   * @param known the ids that have images
   * @return known ids; where a line names none, what it says without folders
   * @throws DatasetException if the file cannot be read or two lines name one image
   */
  static SortedSet<String> read(Path file, Set<String> known) {
    SortedSet<String> ids = new TreeSet<>();
    for (String word : IdList.read(file)) {
      String id = id(word, known);
      if (!ids.add(id)) {
        throw new DatasetException(file + ": id '" + id + "' stands twice");
      }
    }
    return ids;
  }

  private static String id(String word, Set<String> known) {
    if (known.contains(word)) {
      return word;
    }
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    if (known.contains(name) || dot < 0) {
      return name;
    }
    String stem = name.substring(0, dot);
    return known.contains(stem) ? stem : name;
  }
}
