package io.github.segbench.formats.export;

import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that files of predictions are written to; no file that is there is written over. */
final class PredictionFolder {
  private final Path folder;

  /**
   * @param folder made, with those above it, if it is not there
   * @throws FormatException if it cannot be made
   */
  PredictionFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FormatException(folder + ": cannot be made (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Writes one file of an image.
   *
   * @param image names the file, so it cannot reach into another folder nor be hidden
   * @param ending what follows the image's id in the file's name
   * @throws FormatException if the id can be no name, or the file is there or cannot be written
   */
  void write(String image, String ending, byte[] content) {
    Path file = file(image, ending);
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new FormatException(
          file + ": is there already, expected each image once and a folder without its files", e);
    } catch (IOException e) {
      throw new FormatException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private Path file(String image, String ending) {
    boolean isName =
        !image.isEmpty()
            && !image.startsWith(".")
            && image.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    if (!isName) {
      throw new FormatException(noName(image));
    }
    try {
      return folder.resolve(image + ending);
    } catch (InvalidPathException e) {
      throw new FormatException(noName(image), e);
    }
  }

  private String noName(String image) {
    return folder + ": image id '" + image + "' cannot be the name of a file";
  }
}
