package io.github.segbench.formats.cityscapes;

import io.github.segbench.formats.Excerpt;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a text file of instance results: {@code relative/mask.png labelID confidence}.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalInstanceLevelSemanticLabeling.py, {@code
 * readPredInfo}.
 *
 * @param where the text file and the line, for messages
 * @param mask absolute and normalized
 */
record InstanceResult(String where, Path mask, CityscapesLabel label, double confidence) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  /**
   * The lines of a text file, in their order.
   *
   * @param root the folder of all results, which no mask may lie outside of
   * @throws FormatException naming the file and the line, if it is not of this form, names an
   *     unknown label, or a mask that stands twice or leaves the root
   */
  static List<InstanceResult> read(Path file, Path root) {
    return parse(FileTree.bytes(file), file, root);
  }

  /** The same of a file's content. */
  static List<InstanceResult> parse(byte[] content, Path file, Path root) {
    String text = new String(content, StandardCharsets.UTF_8);
    Path outermost = root.toAbsolutePath().normalize();
    List<InstanceResult> results = new ArrayList<>();
    Map<Path, Integer> lineOfMask = new HashMap<>();
    for (String line : text.lines().toList()) {
      int number = results.size() + 1;
      String where = file + ", line " + number;
      InstanceResult result = parse(line, where, file, outermost);
      Integer other = lineOfMask.put(result.mask, number);
      if (other != null) {
        throw new FormatException(
            where + ": mask " + result.mask + " stands twice, first in line " + other);
      }
      results.add(result);
    }
    return results;
  }

  private static InstanceResult parse(String line, String where, Path file, Path root) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || parts[0].isEmpty()) {
      throw new FormatException(
          where
              + ": '"
              + Excerpt.of(line)
              + "', expected a relative path of a mask, a label id and a confidence, with one"
              + " space between");
    }
    return new InstanceResult(
        where,
        mask(parts[0], where, file, root),
        label(parts[1], where),
        number(parts[2], "confidence", where));
  }

  private static Path mask(String text, String where, Path file, Path root) {
    Path mask;
    try {
      mask = Path.of(text);
    } catch (InvalidPathException e) {
      throw new FormatException(where + ": '" + Excerpt.of(text) + "' is no path of a mask", e);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new FormatException(where + ": '" + Excerpt.of(text) + "' is no path of a mask");
    }
    if (mask.isAbsolute()) {
      throw new FormatException(
          where + ": mask " + Excerpt.of(text) + ", expected a relative path");
    }
    Path resolved = file.toAbsolutePath().resolveSibling(mask).normalize();
    if (!resolved.startsWith(root)) {
      throw new FormatException(
          where + ": mask " + Excerpt.of(text) + " lies outside of the folder of results " + root);
    }
    return resolved;
  }

  /** As in Python's {@code int(float(text))}, but nothing is cut off. */
  private static CityscapesLabel label(String text, String where) {
    double id = number(text, "label id", where);
    Optional<CityscapesLabel> label =
        id == Math.rint(id) ? CityscapesLabels.byId((int) id) : Optional.empty();
    return label.orElseThrow(
        () ->
            new FormatException(
                where
                    + ": label id "
                    + text
                    + " is none of Cityscapes, expected 0..33 (of which 24 to 28 and 31 to 33 are"
                    + " evaluated)"));
  }

  private static double number(String text, String what, String where) {
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new FormatException(
        where + ": " + what + " '" + Excerpt.of(text) + "', expected a number");
  }

  /** Whether the official script scores it: a label of things that is evaluated. */
  boolean isScored() {
    return label.isEvaluated() && label.hasInstances();
  }
}
