package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fingerprint of samples that lie in files: of their ids, of what is in the files and of how it
 * is read.
 */
final class FileFingerprint {
  private FileFingerprint() {}

  /**
   * Of the samples by ascending id; reads each file once, on all cores.
   *
   * @throws DatasetException if a file cannot be read
   */
  static String of(List<FileSample> samples) {
    Set<Path> files = new LinkedHashSet<>();
    for (FileSample sample : samples) {
      files.add(sample.imageFile());
      files.addAll(sample.annotation().files());
    }
    Map<Path, String> contents =
        files.parallelStream()
            .collect(Collectors.toConcurrentMap(Function.identity(), FileFingerprint::content));
    Fingerprint lines = new Fingerprint();
    for (FileSample sample :
        samples.stream().sorted(Comparator.comparing(FileSample::id)).toList()) {
      lines.add("id " + sample.id());
      lines.add("image " + contents.get(sample.imageFile()));
      sample.annotation().files().forEach(file -> lines.add("labels " + contents.get(file)));
      if (!sample.annotation().reading().isEmpty()) {
        lines.add("read as " + sample.annotation().reading());
      }
    }
    return lines.toHex();
  }

  private static String content(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return Files.size(file) + " bytes, sha256 " + Fingerprint.of(bytes);
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
