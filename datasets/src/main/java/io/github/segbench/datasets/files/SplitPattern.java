package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of a file or folder below a root, in which <code>{split}</code> is the name of a split.
 */
public record SplitPattern(String text) {
  private static final String SPLIT = "{split}";

  /**
   * @throws DatasetException if it is no relative path
   */
  public SplitPattern {
    if (text.isBlank() || text.startsWith("/")) {
      throw new DatasetException("pattern '" + text + "' is not a path below the root");
    }
  }

  public boolean hasSplit() {
    return text.contains(SPLIT);
  }

  /**
   * The path of one split.
   *
   * @throws DatasetException if it has characters that the file system does not know
   */
  public Path of(Path root, String split) {
    String filled = text.replace(SPLIT, split);
    try {
      return root.resolve(filled);
    } catch (InvalidPathException e) {
      throw new DatasetException("'" + filled + "' is no path", e);
    }
  }

  /**
   * The splits whose file or folder is there; of a pattern that has <code>{split}</code>.
   *
   * @throws DatasetException if a folder cannot be listed
   */
  public SortedSet<String> splits(Path root) {
    String[] names = text.split("/");
    int first = 0;
    while (!names[first].contains(SPLIT)) {
      first++;
    }
    Path folder = root.resolve(String.join("/", Arrays.copyOf(names, first)));
    SortedSet<String> splits = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      Pattern regex = regex(names[first]);
      for (String name : FolderNames.of(folder).names()) {
        Matcher matcher = regex.matcher(name);
        if (matcher.matches() && Files.exists(of(root, matcher.group(1)))) {
          splits.add(matcher.group(1));
        }
      }
    }
    return splits;
  }

  private static Pattern regex(String name) {
    int at = name.indexOf(SPLIT);
    String rest = name.substring(at + SPLIT.length());
    String regex = Pattern.quote(name.substring(0, at)) + "(.+?)";
    return Pattern.compile(
        regex
            + Arrays.stream(rest.split(Pattern.quote(SPLIT), -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + "\\1" + right)
                .orElse(""));
  }

  @Override
  public String toString() {
    return text;
  }
}
