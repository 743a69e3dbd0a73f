package io.github.segbench.formats.coco;

import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The images of a ground truth file by ascending id, which is the order that COCO scores them in.
 */
final class ImageIndex {
  private final List<CocoImage> images;
  private final long[] ids;
  private final List<String> names;

  /**
   * @throws FormatException if two images have one id
   */
  ImageIndex(Path file, List<CocoImage> unsorted) {
    List<CocoImage> sorted = new ArrayList<>(unsorted);
    sorted.sort(Comparator.comparingLong(CocoImage::id));
    images = List.copyOf(sorted);
    ids = images.stream().mapToLong(CocoImage::id).toArray();
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] == ids[i - 1]) {
        throw new FormatException(
            file + ": images: id " + ids[i] + " stands twice, expected each once");
      }
    }
    names = Arrays.stream(ids).mapToObj(Long::toString).toList();
  }

  List<CocoImage> images() {
    return images;
  }

  /** The decimal ids. */
  List<String> names() {
    return names;
  }

  int size() {
    return ids.length;
  }

  CocoImage image(int index) {
    return images.get(index);
  }

  /** Position of an image, negative if there is none of that id. */
  int indexOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** Position of an image by its decimal id, negative if there is none. */
  int indexOf(String name) {
    try {
      int index = indexOf(Long.parseLong(name));
      return index >= 0 && names.get(index).equals(name) ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
