package io.github.segbench.formats.coco;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code images} of a COCO file. */
final class ImageReader {
  private static final String LIST = "images";

  private ImageReader() {}

  /** Images whose ids are numbers. */
  static List<CocoImage> read(JsonCursor json) {
    List<CocoImage> images = new ArrayList<>();
    read(
        json,
        (id, image) -> {
          if (!id.equals(Long.toString(image.id()))) {
            throw json.problem("id is \"" + id + "\", expected a whole number");
          }
          images.add(image);
        });
    return images;
  }

  /**
   * Images whose ids may be names, as in the panoptic files of Cityscapes.
   *
   * @param images told the id as text, and the image, whose own id is 0 if it is no number
   */
  static void read(JsonCursor json, BiConsumer<String, CocoImage> images) {
    json.requireArray(LIST);
    for (int entry = 0; json.nextElement(); entry++) {
      json.enterEntry(LIST, entry);
      readImage(json, images);
    }
    json.leaveEntries();
  }

  private static void readImage(JsonCursor json, BiConsumer<String, CocoImage> images) {
    String id = null;
    long number = 0;
    String fileName = null;
    int width = 0;
    int height = 0;
    json.requireObject("an entry");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "id" -> {
          number = json.isText() ? 0 : json.wholeNumber(key);
          id = json.textOrWholeNumber(key);
        }
        case "width" -> width = json.wholeNumber(key, 1, Integer.MAX_VALUE);
        case "height" -> height = json.wholeNumber(key, 1, Integer.MAX_VALUE);
        case "file_name" -> fileName = json.isNull() ? null : json.text(key);
        default -> json.skip();
      }
    }
    if (id == null) {
      throw json.missing("id");
    }
    if (width == 0 || height == 0) {
      throw json.missing(width == 0 ? "width" : "height");
    }
    images.accept(id, image(json, number, fileName, width, height));
  }

  private static CocoImage image(
      JsonCursor json, long id, @Nullable String fileName, int width, int height) {
    try {
      return new CocoImage(id, fileName, width, height);
    } catch (IllegalArgumentException e) {
      throw json.problem(String.valueOf(e.getMessage()));
    }
  }
}
