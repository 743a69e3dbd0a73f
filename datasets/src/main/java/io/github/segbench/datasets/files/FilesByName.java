package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one folder that have one of a few endings, by their names without it. */
public final class FilesByName {
  private final Path folder;
  private final List<String> endings;
  private final Map<String, Path> files = new TreeMap<>();

  /**
   * Lists a folder; what is in folders below it, and what starts with a dot, does not count.
   *
   * @param endings without a dot, in lower case; files may have them in upper case. The first is
   *     the usual one
   * @throws DatasetException if the folder cannot be listed, or two files have one name
   */
  public FilesByName(Path folder, List<String> endings) {
    this.folder = folder;
    this.endings = List.copyOf(endings);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        add(entry);
      }
    } catch (IOException e) {
      throw new DatasetException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  private void add(Path file) {
    String full = file.getFileName().toString();
    int dot = full.lastIndexOf('.');
    if (dot < 1 || full.startsWith(".")) {
      return;
    }
    if (endings.contains(full.substring(dot + 1).toLowerCase(Locale.ROOT))) {
      String name = full.substring(0, dot);
      Path other = files.put(name, file);
      if (other != null) {
        throw new DatasetException("two files for id '" + name + "': " + other + " and " + file);
      }
    }
  }

  /** The file of a name, if it is there. */
  public Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Where the file of a name is looked for first, for messages. */
  public Path expected(String name) {
    return folder.resolve(name + "." + endings.get(0));
  }
}
