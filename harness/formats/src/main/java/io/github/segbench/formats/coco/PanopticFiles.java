package io.github.segbench.formats.coco;

import io.github.segbench.formats.FormatException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * The two parts of a COCO panoptic data set: a JSON file and a folder of PNG maps.
 *
 * @param folder where the {@code file_name}s of the annotations lie
 */
public record PanopticFiles(Path json, Path folder) {
  private static final String EXTENSION = ".json";

  public PanopticFiles {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(folder, "folder");
  }

  /** The folder beside the JSON file that has its name without {@code .json}, as COCO has it. */
  public static PanopticFiles beside(Path json) {
    String name = String.valueOf(json.getFileName());
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    String stem = ends ? name.substring(0, name.length() - EXTENSION.length()) : name + "_maps";
    return new PanopticFiles(json, json.resolveSibling(stem));
  }

  /**
   * @param text {@code FILE.json:FOLDER}, or {@code FILE.json} with its folder beside it
   * @throws FormatException if a path has characters that the file system does not know
   */
  public static PanopticFiles parse(String text) {
    int colon = text.lastIndexOf(EXTENSION + ":");
    try {
      if (colon < 0) {
        return beside(Path.of(text));
      }
      int end = colon + EXTENSION.length();
      return new PanopticFiles(Path.of(text.substring(0, end)), Path.of(text.substring(end + 1)));
    } catch (InvalidPathException e) {
      throw new FormatException("'" + text + "' is no path, expected FILE.json:FOLDER", e);
    }
  }
}
