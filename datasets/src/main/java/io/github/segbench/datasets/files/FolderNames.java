package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of what lies in a folder, listed once: to ask for each of 100,000 files takes long. A
 * name that starts with a dot does not count: such files are the file system's, not the data set's.
 */
public final class FolderNames {
  private final Path folder;
  private final SortedSet<String> names;

  private FolderNames(Path folder, SortedSet<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * @throws DatasetException if there is no such folder, or it cannot be read
   */
  public static FolderNames of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(folder + ": no such folder");
    }
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new DatasetException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    return new FolderNames(folder, names);
  }

  public Path folder() {
    return folder;
  }

  /** By ascending name. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(names);
  }

  /** Those of folders, and of links to folders; asks the file system for each name. */
  public SortedSet<String> folders() {
    SortedSet<String> folders = new TreeSet<>(names);
    folders.removeIf(name -> !Files.isDirectory(folder.resolve(name)));
    return folders;
  }

  /** Whether there is a file of a name, or of a path below the folder. */
  public boolean has(String path) {
    return names.contains(path)
        || (path.contains("/") && Files.isRegularFile(folder.resolve(path)));
  }
}
