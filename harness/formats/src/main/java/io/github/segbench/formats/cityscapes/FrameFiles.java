package io.github.segbench.formats.cityscapes;

import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds files of results by the frame that their names start with, as the official scripts do:
 * {@code <city>_123456_123456*}. Numbers of other lengths are taken too.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalPixelLevelSemanticLabeling.py, {@code
 * getPrediction}.
 */
final class FrameFiles {
  private static final Pattern FRAME =
      Pattern.compile("([^_]+_[0-9]{6}_[0-9]{6}|[^_]+_[0-9]+_[0-9]+).*");

  private FrameFiles() {}

  /**
   * The files by the id of their frame, {@code city_sequence_frame}, in the order of their paths.
   *
   * @param ending of the names, with its dot; files of other endings or names are passed over
   * @throws FormatException if the folder is missing or has no such file, or two files belong to
   *     one frame
   */
  static Map<String, Path> of(Path folder, String ending) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path file : FileTree.files(folder)) {
      String name = FileTree.name(file);
      Matcher matcher = FRAME.matcher(name);
      if (name.endsWith(ending) && matcher.matches()) {
        String frame = matcher.group(1);
        Path other = files.put(frame, file);
        if (other != null) {
          throw new FormatException(
              file
                  + ": second prediction of image '"
                  + frame
                  + "', the first is "
                  + other
                  + "; expected one "
                  + ending
                  + " file whose name starts with the image");
        }
      }
    }
    if (files.isEmpty()) {
      throw new FormatException(
          folder + ": no predictions in it, expected city_123456_123456*" + ending);
    }
    return files;
  }
}
