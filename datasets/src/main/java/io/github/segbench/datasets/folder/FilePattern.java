package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.files.FolderNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
  private static final Set<String> PLACEHOLDERS = Set.of(SPLIT, ID, CATEGORY);

  /** A placeholder, or the text up to the next one. */
  static final Pattern TOKEN = Pattern.compile("\\{[^}]*}|\\*|[^{*]+|\\{");

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]+$");

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
    walk(
        root,
        0,
        Placeholders.of(split),
        (known, file) ->
            files
                .computeIfAbsent(known.require(ID), id -> new ArrayList<>())
                .add(new Found(file, known.category())));
    files.values().forEach(found -> found.sort(Comparator.comparing(Found::file)));
    return files;
  }

  /** A file that fits the pattern, and the name that it gives a category by, if it does. */
  record Found(Path file, @Nullable String category) {}

  /** The splits that have at least one file. */
  SortedSet<String> splits(Path root) {
    SortedSet<String> splits = new TreeSet<>();
    walk(root, 0, Placeholders.of(null), (known, file) -> splits.add(known.require(SPLIT)));
    return splits;
  }

  private void walk(
      Path folder, int depth, Placeholders known, BiConsumer<Placeholders, Path> found) {
    boolean last = depth == names.size() - 1;
    for (Match match : matches(folder, names.get(depth), known)) {
      if (!last && Files.isDirectory(match.path())) {
        walk(match.path(), depth + 1, match.known(), found);
      } else if (last && isFile(match)) {
        found.accept(match.known(), match.path());
      }
    }
  }

  /** What a listing shows under the ending of a file is one: there may be 100,000 to ask for. */
  private boolean isFile(Match match) {
    return (match.listed() && ENDING.matcher(text).find()) || Files.isRegularFile(match.path());
  }

  private static List<Match> matches(Path folder, String name, Placeholders known) {
    String filled = known.fill(name);
    if (PLACEHOLDERS.stream().noneMatch(filled::contains) && !filled.contains("*")) {
      return List.of(new Match(folder.resolve(filled), known, false));
    }
    Pattern regex = known.regex(name);
    List<Match> matches = new ArrayList<>();
    for (String entry : FolderNames.of(folder).names()) {
      Matcher matcher = regex.matcher(entry);
      if (matcher.matches()) {
        matches.add(new Match(folder.resolve(entry), known.with(name, matcher), true));
      }
    }
    return matches;
  }

  /**
   * A file or folder that fits the pattern so far.
   *
   * @param listed whether it was seen in its folder
   */
  private record Match(Path path, Placeholders known, boolean listed) {}

  @Override
  public String toString() {
    return text;
  }
}
