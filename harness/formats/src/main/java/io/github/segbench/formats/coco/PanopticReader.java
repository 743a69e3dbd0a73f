package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lists of a panoptic file. */
final class PanopticReader {
  private static final int LARGEST_SEGMENT = 0xFFFFFF;

  private @Nullable List<Category> categories;
  private @Nullable List<PanopticEntry> entries;
  private @Nullable Map<String, CocoImage> images;

  private PanopticReader() {}

  static PanopticReader read(JsonCursor json) {
    if (!json.isObject()) {
      throw json.unexpected("the file", "a panoptic file: an object with annotations");
    }
    PanopticReader lists = new PanopticReader();
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "images" -> lists.images = json.once(key, lists.images, PanopticReader::readImages);
        case "annotations" ->
            lists.entries = json.once(key, lists.entries, PanopticReader::readEntries);
        case "categories" ->
            lists.categories = json.once(key, lists.categories, j -> CategoryReader.read(j, true));
        default -> json.skip();
      }
    }
    return lists;
  }

  @Nullable List<Category> categories() {
    return categories;
  }

  @Nullable List<PanopticEntry> entries() {
    return entries;
  }

  /** By id as text; null if the file has no such list, as files of predictions may. */
  @Nullable Map<String, CocoImage> images() {
    return images;
  }

  private static Map<String, CocoImage> readImages(JsonCursor json) {
    Map<String, CocoImage> images = new HashMap<>();
    ImageReader.read(
        json,
        (id, image) -> {
          if (images.put(id, image) != null) {
            throw json.problem("id " + id + " stands twice, expected each once");
          }
        });
    return images;
  }

  private static List<PanopticEntry> readEntries(JsonCursor json) {
    List<PanopticEntry> entries = new ArrayList<>();
    Set<String> images = new HashSet<>();
    json.requireArray("annotations");
    while (json.nextElement()) {
      json.enterEntry("annotations", entries.size());
      PanopticEntry entry = readEntry(json);
      if (!images.add(entry.image())) {
        throw json.problem("image_id " + entry.image() + " stands twice, expected each once");
      }
      entries.add(entry);
    }
    json.leaveEntries();
    return entries;
  }

  private static PanopticEntry readEntry(JsonCursor json) {
    String image = null;
    String fileName = null;
    List<Segment> segments = null;
    json.requireObject("an entry");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "image_id" -> image = json.textOrWholeNumber(key);
        case "file_name" -> fileName = json.text(key);
        case "segments_info" -> segments = readSegments(json);
        default -> json.skip();
      }
    }
    if (image == null) {
      throw json.missing("image_id");
    }
    if (fileName == null) {
      throw json.missing("file_name");
    }
    if (segments == null) {
      throw json.missing("segments_info");
    }
    return new PanopticEntry(image, fileName, segments);
  }

  private static List<Segment> readSegments(JsonCursor json) {
    List<Segment> segments = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    json.requireArray("segments_info");
    while (json.nextElement()) {
      Segment segment = readSegment(json);
      if (!ids.add(segment.id())) {
        throw json.problem("segment id " + segment.id() + " stands twice, expected each once");
      }
      segments.add(segment);
    }
    return List.copyOf(segments);
  }

  private static Segment readSegment(JsonCursor json) {
    int id = 0;
    int category = -1;
    boolean crowd = false;
    json.requireObject("an entry of segments_info");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "id" -> id = json.wholeNumber("the id of a segment", 1, LARGEST_SEGMENT);
        case "category_id" -> category = json.wholeNumber(key, 0, LabelSet.MAX_ID);
        case "iscrowd" -> crowd = !json.isNull() && json.flag(key);
        default -> json.skip();
      }
    }
    if (id == 0) {
      throw json.missing("segments_info.id");
    }
    if (category < 0) {
      throw json.missing("segments_info.category_id");
    }
    return new Segment(id, category, crowd);
  }
}
