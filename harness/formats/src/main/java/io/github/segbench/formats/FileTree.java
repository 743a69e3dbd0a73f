package io.github.segbench.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and of all folders below it. Links are followed. */
public final class FileTree {
  private FileTree() {}

  /**
   * Every file that is not hidden, sorted by path. Hidden is what has a name that starts with a
   * dot, and all that lies in a folder of such a name.
   *
   * @throws FormatException if there is no such folder, or one in it cannot be read
   */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FormatException(
          folder + (Files.exists(folder) ? ": not a folder" : ": no such folder"));
    }
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(path -> !isHidden(folder.relativize(path)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The bytes of one file.
   *
   * @throws FormatException if there is no such file or it cannot be read
   */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new FormatException(file + ": no such file", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The name of a file without its folder. */
  public static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static FormatException unreadable(Path path, Exception cause) {
    return new FormatException(path + ": cannot be read (" + cause.getMessage() + ")", cause);
  }
}
