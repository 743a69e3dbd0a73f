package io.github.segbench.formats.cityscapes;

import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of ground truth that one frame has, which lie beside one another.
 *
 * @param stem of both names, such as {@code frankfurt_000000_000294_gtFine_}
 * @param hasLabels whether there is a {@code labelIds.png}
 * @param hasInstances whether there is an {@code instanceIds.png}
 */
record Annotation(Path folder, String stem, boolean hasLabels, boolean hasInstances) {
  private static final String LABELS = "labelIds.png";
  private static final String INSTANCES = "instanceIds.png";
  private static final Pattern NAME =
      Pattern.compile("((.*)_gt(?:Fine|Coarse)_)(" + LABELS + "|" + INSTANCES + ")");
  private static final Pattern FRAME = Pattern.compile("[^_]+_[^_]+_[^_]+");

  /**
   * All frames below a folder by their ids, {@code city_sequence_frame}, in the order of the files.
   *
   * @throws FormatException if the folder is missing or has no such file, or two places have
   *     annotations of one frame
   */
  static Map<String, Annotation> below(Path folder) {
    Map<String, Annotation> frames = new LinkedHashMap<>();
    for (Path file : FileTree.files(folder)) {
      Matcher matcher = NAME.matcher(FileTree.name(file));
      if (matcher.matches()) {
        String frame = matcher.group(2);
        if (!FRAME.matcher(frame).matches()) {
          throw new FormatException(
              file + ": expected a name like city_123456_123456_gtFine_" + matcher.group(3));
        }
        boolean isLabels = matcher.group(3).equals(LABELS);
        Annotation found =
            new Annotation(file.resolveSibling(""), matcher.group(1), isLabels, !isLabels);
        Annotation other = frames.get(frame);
        frames.put(frame, other == null ? found : other.with(found, frame));
      }
    }
    if (frames.isEmpty()) {
      throw new FormatException(
          folder + ": no ground truth in it, expected city_123456_123456_gtFine_" + LABELS);
    }
    return frames;
  }

  private Annotation with(Annotation other, String frame) {
    if (!folder.equals(other.folder) || !stem.equals(other.stem)) {
      throw new FormatException(
          other.anyFile()
              + ": second annotation of image '"
              + frame
              + "', the first is "
              + anyFile());
    }
    return new Annotation(
        folder, stem, hasLabels || other.hasLabels, hasInstances || other.hasInstances);
  }

  private Path anyFile() {
    return folder.resolve(stem + (hasLabels ? LABELS : INSTANCES));
  }

  Optional<Path> labels() {
    return hasLabels ? Optional.of(folder.resolve(stem + LABELS)) : Optional.empty();
  }

  /**
   * @throws FormatException if there is none
   */
  Path instances() {
    if (!hasInstances) {
      throw new FormatException(
          anyFile() + ": no " + stem + INSTANCES + " beside it, which objects are read from");
    }
    return folder.resolve(stem + INSTANCES);
  }
}
