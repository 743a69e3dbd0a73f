package io.github.segbench.formats.coco;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code images} of a COCO file. */
final class ImageReader {
  private static final String LIST = "images";

  private ImageReader() {}

  static List<CocoImage> read(JsonCursor json) {
    List<CocoImage> images = new ArrayList<>();
    json.requireArray(LIST);
    while (json.nextElement()) {
      json.enterEntry(LIST, images.size());
      images.add(readImage(json));
    }
    json.leaveEntries();
    return images;
  }

  private static CocoImage readImage(JsonCursor json) {
    @Nullable Long id = null;
    @Nullable String fileName = null;
    @Nullable Integer width = null;
    @Nullable Integer height = null;
    json.requireObject("an entry");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "id" -> id = json.wholeNumber(key);
        case "width" -> width = side(json, key);
        case "height" -> height = side(json, key);
        case "file_name" -> fileName = json.isNull() ? null : json.text(key);
        default -> json.skip();
      }
    }
    if (id == null) {
      throw json.missing("id");
    }
    if (width == null || height == null) {
      throw json.missing(width == null ? "width" : "height");
    }
    try {
      return new CocoImage(id, fileName, width, height);
    } catch (IllegalArgumentException e) {
      throw json.problem(String.valueOf(e.getMessage()));
    }
  }

  private static int side(JsonCursor json, String key) {
    return json.wholeNumber(key, 1, Integer.MAX_VALUE);
  }
}
