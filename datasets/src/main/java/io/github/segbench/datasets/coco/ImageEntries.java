package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of images of a split. */
final class ImageEntries {
  private static final List<String> IMAGES =
      List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp");

  private ImageEntries() {}

  /**
   * Images that no JSON file lists: all of a folder, known by their endings.
   *
   * @throws DatasetException if two have one name but for the ending
   */
  static List<ImageEntry> in(FolderNames folder) {
    return new FilesByName(folder, IMAGES)
        .files().entrySet().stream()
            .map(image -> new ImageEntry(image.getKey(), FileTree.name(image.getValue())))
            .toList();
  }

  /**
   * @throws FormatException naming an image that one file has and the other has not
   */
  static void requireSame(GroundTruthFile truth, GroundTruthFile first) {
    Set<String> ids = truth.images().stream().map(ImageEntry::id).collect(Collectors.toSet());
    Set<String> expected = first.images().stream().map(ImageEntry::id).collect(Collectors.toSet());
    if (!ids.equals(expected)) {
      Set<String> different = new HashSet<>(ids);
      different.addAll(expected);
      different.removeIf(id -> ids.contains(id) && expected.contains(id));
      throw new FormatException(
          truth.file()
              + ": its images are not those of "
              + first.file()
              + ": one of them lacks image "
              + different.stream().sorted().findFirst().orElseThrow());
    }
  }
}
