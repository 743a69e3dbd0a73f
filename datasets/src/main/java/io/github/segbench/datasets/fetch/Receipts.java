package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.datasets.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The receipts of a data folder, which say what need not be fetched again. */
public final class Receipts {
  private static final int SHORT = 12;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataFolder folder;

  public Receipts(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * Whether a file was fetched and its folders are there still. Does not look for single files.
   *
   * @throws DatasetException if its receipt cannot be read
   */
  public boolean has(RemoteFile file) {
    return find(file).filter(receipt -> receipt.isOf(file)).map(this::isThere).orElse(false);
  }

  private boolean isThere(Receipt receipt) {
    Path into = folder.root().resolve(receipt.into());
    return receipt.unpacked()
        ? receipt.folders().stream().allMatch(name -> Files.isDirectory(into.resolve(name)))
        : Files.isRegularFile(into.resolve(receipt.name()));
  }

  private Optional<Receipt> find(RemoteFile file) {
    Path path = path(file);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(path), Receipt.class));
    } catch (IOException | JacksonException e) {
      throw new DatasetException(
          path + ": is no receipt of segbench, delete it (" + e.getMessage() + ")", e);
    }
  }

  void write(RemoteFile file, Receipt receipt) throws IOException {
    Path path = path(file);
    Files.createDirectories(path.getParent());
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    Files.writeString(
        draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(receipt) + "\n");
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Two files of one name that go to different folders, or are unpacked differently, have two. */
  private Path path(RemoteFile file) {
    String place = file.into() + "\n" + file.folderOfArchive().orElse("") + "\n" + file.unpack();
    if (!file.archives().isEmpty()) {
      place += "\n" + String.join("\n", file.archives());
    }
    String digest = Fingerprint.of(place.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
    return folder.own("receipts").resolve(file.name() + "." + digest + ".json");
  }
}
