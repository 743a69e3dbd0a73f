package io.github.segbench.datasets.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that has been downloaded in part, and beside it, in {@code NAME.json}, what it is a part
 * of.
 */
public final class PartFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path path;
  private final Path note;

  public PartFile(Path path) {
    this.path = path;
    this.note = path.resolveSibling(path.getFileName() + ".json");
  }

  public Path path() {
    return path;
  }

  /** The bytes that are there. */
  public long length() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** What the bytes are from; empty if nothing can be added to them. */
  Optional<Origin> origin(URI url) throws IOException {
    if (length() == 0 || !Files.exists(note)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(note), Origin.class))
          .filter(origin -> url.toString().equals(origin.url));
    } catch (JacksonException e) {
      return Optional.empty(); // a note that was cut short is none
    }
  }

  /** Forgets the bytes that are there, and notes what the next ones are from. */
  void restart(Optional<Origin> origin) throws IOException {
    delete();
    Files.createFile(path);
    if (origin.isPresent()) {
      Files.writeString(note, JSON.writeValueAsString(origin.get()));
    }
  }

  /** Gives the whole file its name. */
  public void rename(Path name) throws IOException {
    Files.move(path, name);
    Files.deleteIfExists(note);
  }

  /** Removes the bytes and what is known of them. */
  public void delete() throws IOException {
    Files.deleteIfExists(note);
    Files.deleteIfExists(path);
  }

  /**
   * Where bytes are from.
   *
   * @param validator a strong entity tag or a date of modification, as the server wrote it
   * @param total bytes of the whole file
   */
  record Origin(String url, String validator, long total) {}
}
