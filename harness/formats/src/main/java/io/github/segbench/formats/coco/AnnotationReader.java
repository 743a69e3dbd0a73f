package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.LabelSet;

/** Reads a list of annotations, or of results, into a table. */
final class AnnotationReader {
  private final boolean results;
  private final AnnotationTable table = new AnnotationTable();
  private final AnnotationRow row = new AnnotationRow();
  private final SegmentationReader segmentations = new SegmentationReader(table.arena());

  /**
   * @param results true for detections, which have a score; false for ground truth, which has area
   *     and crowds
   */
  AnnotationReader(boolean results) {
    this.results = results;
  }

  AnnotationTable read(JsonCursor json, String list) {
    json.requireArray(list);
    while (json.nextElement()) {
      json.enterEntry(list, table.size());
      json.requireObject("an entry");
      row.clear();
      for (String key = json.nextKey(); key != null; key = json.nextKey()) {
        readValue(json, key);
      }
      requireWhole(json);
      table.add(row);
    }
    json.leaveEntries();
    return table;
  }

  private void readValue(JsonCursor json, String key) {
    switch (key) {
      case "image_id" -> {
        row.image = json.wholeNumber(key);
        row.hasImage = true;
      }
      case "category_id" -> row.category = json.wholeNumber(key, 0, LabelSet.MAX_ID);
      case "segmentation" -> segmentations.read(json, row);
      case "bbox" -> readBox(json);
      case "score" -> {
        if (results) {
          row.score = json.finite(key);
        } else {
          json.skip();
        }
      }
      case "iscrowd", "area" -> {
        if (results || json.isNull()) {
          json.skip();
        } else {
          readTruth(json, key);
        }
      }
      default -> json.skip();
    }
  }

  private void readTruth(JsonCursor json, String key) {
    if (key.equals("iscrowd")) {
      row.crowd = json.flag(key);
      return;
    }
    row.area = json.finite(key);
    if (row.area < 0) {
      throw json.unexpected(key, "0 or more");
    }
  }

  private void readBox(JsonCursor json) {
    row.box[0] = AnnotationRow.ABSENT;
    if (json.isNull()) {
      return;
    }
    json.requireArray("bbox");
    int size = 0;
    for (; json.nextElement(); size++) {
      double number = json.finite("bbox");
      if (size >= 2 && number < 0) {
        throw json.unexpected("a side of bbox", "0 or more");
      }
      if (size < row.box.length) {
        row.box[size] = number;
      }
    }
    if (size != row.box.length && size > 0) {
      throw json.problem("bbox has " + size + " numbers, expected x, y, width and height");
    }
  }

  private void requireWhole(JsonCursor json) {
    if (!row.hasImage) {
      throw json.missing("image_id");
    }
    if (row.category < 0) {
      throw json.missing("category_id");
    }
    if (results && Double.isNaN(row.score)) {
      throw json.missing("score");
    }
    if (row.kind == SegmentationKind.BOX && !row.hasBox()) {
      throw json.problem("there is neither a segmentation nor a bbox, expected one of them");
    }
  }
}
