package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.datasets.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The licences that the owner of a data folder has accepted, one small text file each. */
final class Licences {
  private static final int SHORT = 16;

  private final DataFolder folder;

  Licences(DataFolder folder) {
    this.folder = folder;
  }

  /** Whether these very terms were accepted, for this or another data set of the publisher. */
  boolean isAccepted(DatasetSource source) {
    return Files.exists(path(source));
  }

  void accept(String id, DatasetSource source) throws IOException {
    Path path = path(source);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "accepted for " + id + "\n" + terms(source));
  }

  private Path path(DatasetSource source) {
    String digest = Fingerprint.of(terms(source).getBytes(StandardCharsets.UTF_8));
    return folder.own("licences").resolve(digest.substring(0, SHORT) + ".txt");
  }

  private static String terms(DatasetSource source) {
    return source.homepage() + "\n" + source.licence() + "\n";
  }
}
