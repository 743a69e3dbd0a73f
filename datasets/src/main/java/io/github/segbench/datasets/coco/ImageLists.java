package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.formats.FormatException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lists of images of a split. */
final class ImageLists {
  private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(jpe?g|png|bmp|gif|tiff?|webp)");

  private ImageLists() {}

  /**
   * Images that no JSON file lists: all of a folder, known by their endings.
   *
   * @throws DatasetException if two have one name but for the ending
   */
  static List<ListedImage> in(FolderNames folder) {
    Map<String, ListedImage> images = new TreeMap<>();
    for (String name : folder.names().stream().filter(IMAGE.asMatchPredicate()).toList()) {
      ListedImage image = new ListedImage(ListedImage.name(name), name);
      ListedImage other = images.put(image.id(), image);
      if (other != null) {
        throw new DatasetException(
            folder.folder()
                + ": two images of one name: "
                + other.fileName()
                + " and "
                + image.fileName());
      }
    }
    return List.copyOf(images.values());
  }

  /**
   * @throws FormatException naming an image that one file has and the other has not
   */
  static void requireSame(GroundTruthFile truth, GroundTruthFile first) {
    Set<String> ids = truth.images().stream().map(ListedImage::id).collect(Collectors.toSet());
    Set<String> expected = first.images().stream().map(ListedImage::id).collect(Collectors.toSet());
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
