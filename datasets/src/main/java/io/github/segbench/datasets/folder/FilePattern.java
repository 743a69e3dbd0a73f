package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A relative path with placeholders: <code>{split}</code>, <code>{id}</code> and <code>{category}
 * </code> stand for a part of a file or folder name, {@code *} for anything within one name. None
 * of them reaches over a slash.
 */
final class FilePattern {
  static final String SPLIT = "{split}";
  static final String ID = "{id}";
  static final String CATEGORY = "{category}";
  static final Set<String> PLACEHOLDERS = Set.of(SPLIT, ID, CATEGORY);

  /** A placeholder, or the text up to the next one. */
  static final Pattern TOKEN = Pattern.compile("\\{[^}]*}|\\*|[^{*]+|\\{");

  private final String text;
  private final List<String> names;

  /**
   * @throws DatasetException if the path is absolute or has another placeholder
   */
  FilePattern(String text) {
    this.text = text;
    this.names = List.of(text.split("/"));
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      if (token.startsWith("{") && !PLACEHOLDERS.contains(token)) {
        throw new DatasetException(
            "pattern '" + text + "' has " + token + ", expected {split}, {id} or {category}");
      }
    }
    if (text.isBlank() || text.startsWith("/")) {
      throw new DatasetException("pattern '" + text + "' is not a path below the root");
    }
  }

  boolean has(String placeholder) {
    return text.contains(placeholder);
  }

  /** The pattern of one split or of one image, for messages. */
  String fill(String split, String id) {
    return text.replace(SPLIT, split).replace(ID, id);
  }

  /**
   * The files of a split by id.
   *
   * @throws DatasetException if two files have the same id
   */
  SortedMap<String, Path> files(Path root, String split) {
    SortedMap<String, Path> files = new TreeMap<>();
    found(root, split)
        .forEach(
            (id, found) -> {
              if (found.size() > 1) {
                throw new DatasetException(
                    "two files for id '"
                        + id
                        + "': "
                        + found.get(0).file()
                        + " and "
                        + found.get(1).file());
              }
              files.put(id, found.get(0).file());
            });
    return files;
  }

  /** All files of a split by id, those of an id by path. */
  SortedMap<String, List<Found>> found(Path root, String split) {
    SortedMap<String, List<Found>> files = new TreeMap<>();
    new PatternWalk(
            names,
            (known, file) ->
                files
                    .computeIfAbsent(known.require(ID), id -> new ArrayList<>())
                    .add(new Found(file, known.category())))
        .from(root, Placeholders.of(split));
    files.values().forEach(found -> found.sort(Comparator.comparing(Found::file)));
    return files;
  }

  /** A file that fits the pattern, and the name that it gives a category by, if it does. */
  record Found(Path file, @Nullable String category) {}

  /** The splits that have at least one file. */
  SortedSet<String> splits(Path root) {
    SortedSet<String> splits = new TreeSet<>();
    new PatternWalk(names, (known, file) -> splits.add(known.require(SPLIT)))
        .from(root, Placeholders.of(null));
    return splits;
  }

  @Override
  public String toString() {
    return text;
  }
}
