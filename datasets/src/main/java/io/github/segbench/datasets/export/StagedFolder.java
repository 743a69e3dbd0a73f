package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that is filled under another name beside its place, and put there when it is whole. */
final class StagedFolder implements AutoCloseable {
  private final Path target;
  private final Path staging;

  private StagedFolder(Path target, Path staging) {
    this.target = target;
    this.staging = staging;
  }

  /**
   * @throws DatasetException if the target is there and not an empty folder
   */
  static StagedFolder beside(Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target) && !isEmptyFolder(target)) {
      throw new DatasetException(
          "cannot export to " + folder + ": it is not empty; name a new folder or delete it");
    }
    Path staging = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    return new StagedFolder(target, Files.createDirectories(staging));
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  Path path() {
    return staging;
  }

  /** Gives the folder its name. */
  void publish() throws IOException {
    Files.move(staging, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(staging)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> all = Files.walk(staging)) {
      contents = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : contents) {
      Files.delete(path);
    }
  }
}
