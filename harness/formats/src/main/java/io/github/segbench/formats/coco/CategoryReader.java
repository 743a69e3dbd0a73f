package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.VocColours;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code categories} of a COCO or LVIS file. */
final class CategoryReader {
  private static final String LIST = "categories";
  private static final int LARGEST_CHANNEL = 255;

  private int id;
  private @Nullable String name;
  private @Nullable Boolean isThing;
  private @Nullable Integer colour;
  private @Nullable String group;
  private @Nullable Frequency frequency;

  private CategoryReader() {}

  /**
   * @param panoptic true where each category must say whether it is a thing; else it is one unless
   *     it says otherwise
   */
  static List<Category> read(JsonCursor json, boolean panoptic) {
    CategoryReader reader = new CategoryReader();
    List<Category> categories = new ArrayList<>();
    json.requireArray(LIST);
    while (json.nextElement()) {
      json.enterEntry(LIST, categories.size());
      categories.add(reader.readCategory(json, panoptic));
    }
    json.leaveEntries();
    return categories;
  }

  /**
   * The categories of a file as a set that is named for the file.
   *
   * @throws FormatException if there are none, or two of one id or name
   */
  static LabelSet labels(Path file, List<Category> categories) {
    String id = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    try {
      return new LabelSet(id, categories, LabelSet.NO_IGNORE);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file + ": categories: " + e.getMessage(), e);
    }
  }

  private Category readCategory(JsonCursor json, boolean panoptic) {
    id = -1;
    name = null;
    isThing = panoptic ? null : Boolean.TRUE;
    colour = null;
    group = null;
    frequency = null;
    json.requireObject("an entry");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      readValue(json, key);
    }
    if (id < 0) {
      throw json.missing("id");
    }
    if (name == null) {
      throw json.missing("name");
    }
    if (isThing == null) {
      throw json.missing("isthing");
    }
    int painted = colour == null ? VocColours.of(id) : colour;
    return new Category(id, name, isThing, painted, group, frequency);
  }

  private void readValue(JsonCursor json, String key) {
    switch (key) {
      case "id" -> id = json.wholeNumber(key, 0, LabelSet.MAX_ID);
      case "name" -> name = json.text(key);
      case "isthing" -> isThing = json.flag(key);
      case "color" -> colour = json.isNull() ? null : readColour(json, key);
      // Tools that know no groups leave the text empty.
      case "supercategory" -> group = json.isEmptyText() ? null : json.text(key);
      case "frequency" -> frequency = readFrequency(json, key);
      default -> json.skip();
    }
  }

  private static int readColour(JsonCursor json, String key) {
    if (json.isText()) {
      String text = json.text(key);
      if (!text.matches("#[0-9a-fA-F]{6}")) {
        throw json.unexpected(key, "#rrggbb");
      }
      return Integer.parseInt(text.substring(1), 16);
    }
    json.requireArray(key);
    int channels = 0;
    int rgb = 0;
    for (; json.nextElement(); channels++) {
      rgb = rgb << 8 | json.wholeNumber(key, 0, LARGEST_CHANNEL);
    }
    if (channels != 3) {
      throw json.problem(key + " has " + channels + " numbers, expected red, green and blue");
    }
    return rgb;
  }

  private static Frequency readFrequency(JsonCursor json, String key) {
    return switch (json.text(key)) {
      case "r" -> Frequency.RARE;
      case "c" -> Frequency.COMMON;
      case "f" -> Frequency.FREQUENT;
      default -> throw json.unexpected(key, "r, c or f");
    };
  }
}
