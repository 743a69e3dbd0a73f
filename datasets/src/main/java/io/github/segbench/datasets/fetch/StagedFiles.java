package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files that are whole and wait in a folder of their own to be put into their place. */
final class StagedFiles {
  private final Path staging;
  private final SortedSet<String> folders = new TreeSet<>();
  private long files;

  private StagedFiles(Path staging) {
    this.staging = staging;
  }

  static StagedFiles in(Path staging) throws IOException {
    StagedFiles staged = new StagedFiles(staging);
    Files.walkFileTree(
        staging,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            staged.files++;
            staged.folders.add(staging.relativize(file.getParent()).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return staged;
  }

  long files() {
    return files;
  }

  /** The folders that have files, relative and with slashes; empty for the top. */
  List<String> folders() {
    return List.copyOf(folders);
  }

  /**
   * Puts the files into a folder, beside those that are there. A file that is there with the same
   * content stays.
   *
   * @param reserved paths that no file may get to
   * @throws DatasetException if one is there with other content, or would get to a reserved path;
   *     then nothing is moved
   */
  void moveInto(Path target, Set<Path> reserved) throws IOException {
    requireNoConflict(staging, target, reserved);
    Files.createDirectories(target.getParent());
    move(staging, target);
  }

  private void requireNoConflict(Path from, Path to, Set<Path> reserved) throws IOException {
    if (reserved.contains(to)) {
      throw new DatasetException(to + ": is for segbench's own files, but the archive has it too");
    }
    if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(from)) {
      if (!Files.isDirectory(to)) {
        throw conflict(to, "is no folder");
      }
      for (Path child : children(from)) {
        requireNoConflict(child, to.resolve(child.getFileName()), reserved);
      }
    } else if (!Files.isRegularFile(to) || Files.mismatch(from, to) >= 0) {
      throw conflict(to, "has other content");
    }
  }

  private static DatasetException conflict(Path file, String problem) {
    return new DatasetException(
        file
            + ": is there already and "
            + problem
            + " than what was fetched; move it away. Nothing was changed");
  }

  /** A folder that is not there yet is moved as a whole. */
  private static void move(Path from, Path to) throws IOException {
    if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.move(from, to);
        return;
      } catch (DirectoryNotEmptyException e) {
        Files.createDirectory(to); // on another disk, which a link of the user leads to
      }
    }
    if (Files.isDirectory(from)) {
      for (Path child : children(from)) {
        move(child, to.resolve(child.getFileName()));
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
