package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one folder that have one of a few endings, by what their names have before it. What
 * has such an ending is taken to be a file.
 */
public final class FilesByName {
  private final Path folder;
  private final String usualEnding;
  private final SortedMap<String, Path> files;

  private FilesByName(Path folder, String usualEnding, SortedMap<String, Path> files) {
    this.folder = folder;
    this.usualEnding = usualEnding;
    this.files = files;
  }

  /**
   * @param endings such as {@code .jpg} or {@code _seg.png}, in lower case; files may have them in
   *     upper case. The first is the usual one
   * @throws DatasetException if two files have one name
   */
  public FilesByName(FolderNames names, List<String> endings) {
    this(names.folder(), endings.get(0), new TreeMap<>());
    for (String name : names.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      endings.stream()
          .filter(ending -> lower.endsWith(ending) && lower.length() > ending.length())
          .findFirst()
          .ifPresent(ending -> add(name.substring(0, name.length() - ending.length()), name));
    }
  }

  private void add(String name, String file) {
    Path other = files.put(name, folder.resolve(file));
    if (other != null) {
      throw new DatasetException(
          "two files for id '" + name + "': " + other + " and " + folder.resolve(file));
    }
  }

  /**
   * Lists a folder for files of one ending.
   *
   * @throws DatasetException if the folder cannot be listed, or two files have one name
   */
  public static FilesByName of(Path folder, String ending) {
    return new FilesByName(FolderNames.of(folder), List.of(ending));
  }

  /** Those whose names start so. */
  public FilesByName startingWith(String prefix) {
    SortedMap<String, Path> some = new TreeMap<>(files);
    some.keySet().removeIf(name -> !name.startsWith(prefix));
    return new FilesByName(folder, usualEnding, some);
  }

  /** By ascending name. */
  public SortedMap<String, Path> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** The file of a name, if it is there. */
  public Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Where the file of a name is looked for first, for messages. */
  public Path expected(String name) {
    return folder.resolve(name + usualEnding);
  }

  /**
   * The file that annotates an image.
   *
   * @throws DatasetException naming the image and the file, if there is none
   */
  public Path labelsOf(DatasetSpec spec, String name, Path image) {
    return find(name)
        .orElseThrow(
            () -> SplitErrors.error(spec, "image " + image + " has no labels " + expected(name)));
  }

  /** The files of other names than these, such as annotations without an image. */
  public List<Path> without(Set<String> names) {
    return files.entrySet().stream()
        .filter(file -> !names.contains(file.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
