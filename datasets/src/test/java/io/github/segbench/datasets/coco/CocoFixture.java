package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.datasets.files.Folder;
import io.github.segbench.formats.png.PanopticPng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two images of 4 x 3 pixels, numbers 139 and 285, laid out as the data sets of COCO are. */
final class CocoFixture {
  static final int WIDTH = 4;
  static final int HEIGHT = 3;

  static final LabelSet LABELS =
      new LabelSet(
          "four",
          List.of(
              new Category(1, "person", true, 0xFF0000),
              new Category(3, "car", true, 0x0000FF),
              new Category(187, "sky", false, 0x00FFFF),
              new Category(193, "grass", false, 0x00FF00)),
          255);

  static final String CATEGORIES =
      """
      [{"id": 3, "name": "car", "isthing": 1}, {"id": 1, "name": "person", "isthing": 1}""";

  /**
   * Of 139 a person of 2x2 pixels and, as a crowd, the cars of the third column; of 285 nothing.
   */
  static final String OBJECTS =
      """
      [{"id": 7, "image_id": 139, "category_id": 1, "iscrowd": 0, "area": 4.5,
        "bbox": [0, 0, 2, 2], "segmentation": [[0, 0, 2, 0, 2, 2, 0, 2]]},
       {"id": 9, "image_id": 139, "category_id": 3, "iscrowd": 1, "area": 3,
        "bbox": [2, 0, 1, 3], "segmentation": {"size": [3, 4], "counts": [6, 3, 3]}}]""";

  /** The map of 139: 70 is a person, 900 a crowd of cars, 65537 sky. */
  static final int[] SEGMENTS = {70, 70, 900, 0, 70, 70, 900, 0, 65537, 65537, 900, 0};

  static final String SEGMENTS_INFO =
      """
      [{"id": 70, "category_id": 1, "iscrowd": 0}, {"id": 900, "category_id": 3, "iscrowd": 1},
       {"id": 65537, "category_id": 187, "iscrowd": 0}]""";

  private final Path root;

  CocoFixture(Path root) {
    this.root = root;
  }

  Path path(String path) {
    return root.resolve(path);
  }

  CocoFixture file(String path, byte[] content) throws IOException {
    new Folder(root).file(path, content);
    return this;
  }

  CocoFixture text(String path, String text) throws IOException {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  CocoFixture image(String path) throws IOException {
    new Folder(root).image(path, WIDTH, HEIGHT);
    return this;
  }

  CocoFixture labels(String path, int... ids) throws IOException {
    new Folder(root).ids(path, WIDTH, ids);
    return this;
  }

  CocoFixture map(String path, int... ids) throws IOException {
    return file(
        path,
        PanopticPng.encode(new PanopticSegmentation(WIDTH, ids.length / WIDTH, ids, List.of())));
  }

  /** The list of both images under names such as {@code COCO_val2014_000000000139.png}. */
  static String images(String prefix) {
    return """
        [{"id": 285, "file_name": "%s000000000285.png", "width": 4, "height": 3},
         {"id": 139, "file_name": "%s000000000139.png", "width": 4, "height": 3}]"""
        .formatted(prefix, prefix);
  }

  static String json(String images, String categories, String annotations) {
    return "{\"images\": %s, \"categories\": %s, \"annotations\": %s}"
        .formatted(images, categories, annotations);
  }

  /** Both images of COCO 2017 and their objects. */
  CocoFixture instances() throws IOException {
    return image("val2017/000000000139.png")
        .image("val2017/000000000285.png")
        .text("annotations/instances_val2017.json", json(images(""), CATEGORIES + "]", OBJECTS));
  }

  /** Both images of COCO 2017 and their panoptic maps. */
  CocoFixture panoptic() throws IOException {
    return panoptic(SEGMENTS_INFO, SEGMENTS);
  }

  /**
   * @param segments of image 139
   */
  CocoFixture panoptic(String segmentsInfo, int... segments) throws IOException {
    int[] sky = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    return image("val2017/000000000139.png")
        .image("val2017/000000000285.png")
        .map("annotations/panoptic_val2017/000000000139.png", segments)
        .map("annotations/panoptic_val2017/000000000285.png", sky)
        .text(
            "annotations/panoptic_val2017.json",
            json(
                images(""),
                CATEGORIES
                    + ", {\"id\": 187, \"name\": \"sky\", \"isthing\": 0},"
                    + " {\"id\": 193, \"name\": \"grass\", \"isthing\": 0}]",
                """
                [{"image_id": 139, "file_name": "000000000139.png", "segments_info": %s},
                 {"image_id": 285, "file_name": "000000000285.png",
                  "segments_info": [{"id": 5, "category_id": 187, "iscrowd": 0}]}]"""
                    .formatted(segmentsInfo)));
  }

  static final Map<String, String> INSTANCES_2017 =
      Map.of("images", "{split}2017", "instances", "annotations/instances_{split}2017.json");

  static final Map<String, String> PANOPTIC_2017 =
      Map.of("images", "{split}2017", "panoptic", "annotations/panoptic_{split}2017.json");

  static Map<String, Object> with(Map<String, ?> options, String key, Object value) {
    Map<String, Object> more = new HashMap<>(options);
    more.put(key, value);
    return more;
  }

  DatasetSpec spec(LabelSet labels, Map<String, ?> options) {
    Map<String, Object> all = with(options, "root", root.toString());
    return new DatasetSpec("tiny", "val", labels, new Options(new CocoReader().options(), all));
  }

  Dataset open(Map<String, ?> options) {
    return new CocoReader().open(spec(LABELS, options));
  }

  Sample first(Map<String, ?> options) {
    return open(options).samples().get(0);
  }
}
