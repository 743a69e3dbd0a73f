package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** The PNG files of a folder that no image has been found for yet. */
final class PngFolder {
  private static final String PNG = ".png";

  private final DatasetSpec spec;
  private final Path folder;
  private final SortedMap<String, Path> files;

  /**
   * @param prefix what the names of the files start with
   */
  PngFolder(DatasetSpec spec, Path folder, String prefix) {
    this.spec = spec;
    this.folder = folder;
    this.files = FolderEntries.of(folder).filesWith(PNG);
    files.keySet().removeIf(name -> !name.startsWith(prefix));
  }

  /**
   * The file of an image.
   *
   * @throws DatasetException if there is none
   */
  Path take(String id, Path image) {
    Path file = files.remove(id);
    if (file == null) {
      throw SplitErrors.error(
          spec, "image " + image + " has no labels " + folder.resolve(id + PNG));
    }
    return file;
  }

  /** The files that no image was found for. */
  List<Path> rest() {
    return List.copyOf(files.values());
  }
}
