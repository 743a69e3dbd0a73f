package io.github.segbench.datasets.folder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a pattern's placeholders, as far as they are given or were met on the way. */
record Placeholders(@Nullable String split, @Nullable String id, @Nullable String category) {
  private static final String SPLIT_GROUP = "split";
  private static final String ID_GROUP = "id";
  private static final String CATEGORY_GROUP = "category";

  /** What is known of one split before any file was looked at; null for any split. */
  static Placeholders of(@Nullable String split) {
    return new Placeholders(split, null, null);
  }

  /** The value of a placeholder that the pattern has. */
  String require(String placeholder) {
    String value = placeholder.equals(FilePattern.SPLIT) ? split : id;
    if (value == null) {
      throw new IllegalStateException("the pattern has no " + placeholder);
    }
    return value;
  }

  /** A part of the pattern with the known values put in. */
  String fill(String name) {
    String filled = split == null ? name : name.replace(FilePattern.SPLIT, split);
    filled = id == null ? filled : filled.replace(FilePattern.ID, id);
    return category == null ? filled : filled.replace(FilePattern.CATEGORY, category);
  }

  /** A regular expression for one part of the pattern, with groups for what is not known. */
  Pattern regex(String name) {
    StringBuilder regex = new StringBuilder();
    Matcher tokens = FilePattern.TOKEN.matcher(name);
    while (tokens.find()) {
      regex.append(
          switch (tokens.group()) {
            case "*" -> ".*";
            case FilePattern.SPLIT -> part(regex, split, SPLIT_GROUP, ".+?");
            case FilePattern.ID -> part(regex, id, ID_GROUP, ".+");
            case FilePattern.CATEGORY -> part(regex, category, CATEGORY_GROUP, ".+?");
            default -> Pattern.quote(tokens.group());
          });
    }
    return Pattern.compile(regex.toString());
  }

  private static String part(
      StringBuilder before, @Nullable String known, String group, String content) {
    if (known != null) {
      return Pattern.quote(known);
    }
    boolean again = before.indexOf("(?<" + group + ">") >= 0;
    return again ? "\\k<" + group + ">" : "(?<" + group + ">" + content + ")";
  }

  /** Also what a name that fits the pattern says. */
  Placeholders with(String name, Matcher match) {
    return new Placeholders(
        split == null && name.contains(FilePattern.SPLIT) ? match.group(SPLIT_GROUP) : split,
        id == null && name.contains(FilePattern.ID) ? match.group(ID_GROUP) : id,
        category == null && name.contains(FilePattern.CATEGORY)
            ? match.group(CATEGORY_GROUP)
            : category);
  }
}
