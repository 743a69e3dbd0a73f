package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.RemoteFile;
import java.util.List;
import java.util.Map;

/**
 * What was fetched as one file.
 *
 * @param url empty if it was put there by hand
 * @param from empty for the whole archive
 * @param checksums by algorithm; always with sha256
 * @param folders those that have files of it, below {@code into}
 */
record Receipt(
    String name,
    String url,
    String into,
    String from,
    boolean unpacked,
    long bytes,
    Map<String, String> checksums,
    long files,
    List<String> folders) {
  Receipt {
    checksums = Map.copyOf(checksums);
    folders = List.copyOf(folders);
  }

  /** Whether it is of a file that is described like this. */
  boolean isOf(RemoteFile file) {
    boolean samePlace =
        name.equals(file.name())
            && into.equals(file.into())
            && from.equals(file.folderOfArchive().orElse(""))
            && unpacked == file.unpack();
    if (!samePlace) {
      return false;
    }
    List<Map.Entry<String, String>> known =
        file.checksums().entrySet().stream()
            .filter(stated -> checksums.containsKey(stated.getKey()))
            .toList();
    return known.isEmpty()
        ? url.isEmpty() || url.equals(url(file))
        : known.stream().allMatch(s -> s.getValue().equals(checksums.get(s.getKey())));
  }

  static String url(RemoteFile file) {
    return file.location().map(Object::toString).orElse("");
  }
}
