package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.RemoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of all data sets.
 *
 * <pre>
 * camvid/ coco/ ...     the data sets; nothing but {@code into} says what they are called
 * downloads/            archives on their way, and those that a user puts there
 * .segbench/            receipts, licences, a lock, files that are being unpacked
 * </pre>
 *
 * @param root absolute
 */
public record DataFolder(Path root) {
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** Where a file lies when it has been downloaded, or is put by hand. */
  public Path download(RemoteFile file) {
    return inside(downloads(), file.name());
  }

  /** Where a file is while it is being downloaded. */
  Path part(RemoteFile file) {
    return inside(downloads(), file.name() + ".part");
  }

  /** How many bytes of a file have been downloaded. */
  long downloaded(RemoteFile file) throws IOException {
    Path path = Files.exists(download(file)) ? download(file) : part(file);
    return Files.exists(path) ? Files.size(path) : 0;
  }

  private Path downloads() {
    return root.resolve("downloads");
  }

  /** What no data set may write to. */
  Set<Path> reserved() {
    return Set.of(downloads(), own(""));
  }

  /** Where the content of a file belongs. */
  Path target(RemoteFile file) {
    Path target = inside(root, file.into());
    if (reserved().stream().anyMatch(target::startsWith)) {
      throw new DatasetException("'" + file.into() + "' is for segbench's own files");
    }
    return target;
  }

  private static Path inside(Path folder, String name) {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new DatasetException("'" + name + "' is outside " + folder);
    }
    return path;
  }

  /** A file or folder of segbench's own. */
  Path own(String name) {
    return root.resolve(".segbench").resolve(name);
  }

  /** A new empty folder on the same file system. */
  Path newStaging() throws IOException {
    return Files.createDirectories(own("staging").resolve(UUID.randomUUID().toString()));
  }

  /** Removes what calls that were cut off have left. */
  void clearStaging() throws IOException {
    delete(own("staging"));
  }

  /** Removes a file or folder, if it is there. */
  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> all = Files.walk(path)) {
      contents = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : contents) {
      Files.delete(file);
    }
  }
}
