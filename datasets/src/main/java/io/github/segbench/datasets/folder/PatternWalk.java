package io.github.segbench.datasets.folder;

import io.github.segbench.datasets.files.FolderNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way down from a root to the files that fit a pattern; lists only folders that fit it. */
final class PatternWalk {
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]+$");

  private final List<String> names;
  private final BiConsumer<Placeholders, Path> found;

  /**
   * @param names the parts of the pattern between its slashes
   * @param found is told each file and what the placeholders are in it
   */
  PatternWalk(List<String> names, BiConsumer<Placeholders, Path> found) {
    this.names = names;
    this.found = found;
  }

  /** Goes all ways from a folder that fit what is known of the placeholders. */
  void from(Path root, Placeholders known) {
    walk(root, 0, known);
  }

  private void walk(Path folder, int depth, Placeholders known) {
    String name = names.get(depth);
    boolean last = depth == names.size() - 1;
    for (Match match : matches(folder, name, known)) {
      if (last && isFile(match, name)) {
        found.accept(match.known(), match.path());
      } else if (!last && Files.isDirectory(match.path())) {
        walk(match.path(), depth + 1, match.known());
      }
    }
  }

  /** What a listing shows under the ending of a file is one: there may be 100,000 to ask for. */
  private static boolean isFile(Match match, String name) {
    return (match.listed() && ENDING.matcher(name).find()) || Files.isRegularFile(match.path());
  }

  private static List<Match> matches(Path folder, String name, Placeholders known) {
    String filled = known.fill(name);
    if (FilePattern.PLACEHOLDERS.stream().noneMatch(filled::contains) && !filled.contains("*")) {
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
}
