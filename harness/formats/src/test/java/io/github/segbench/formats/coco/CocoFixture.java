package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.formats.StoredSegmentations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Small COCO files; single quotes stand for double ones. */
final class CocoFixture {
  static final String IMAGES =
      "[{'id': 9, 'width': 5, 'height': 4, 'file_name': 'nine.jpg'},"
          + " {'id': 2, 'width': 6, 'height': 3, 'license': {'x': [1, {}]}}]";
  static final String CATEGORIES =
      "[{'id': 90, 'name': 'toothbrush', 'supercategory': 'indoor'}, {'id': 1, 'name': 'person'}]";

  private CocoFixture() {}

  static Path write(Path folder, String name, String json) {
    try {
      return Files.write(
          folder.resolve(name), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String truth(String annotations) {
    return "{'images': "
        + IMAGES
        + ", 'annotations': ["
        + annotations
        + "], 'categories': "
        + CATEGORIES
        + "}";
  }

  static CocoInstances instances(Path folder, String annotations) {
    return CocoInstances.read(write(folder, "gt.json", truth(annotations)));
  }

  static CocoResults results(Path folder, String detections) {
    return CocoResults.read(
        write(folder, "dt.json", "[" + detections + "]"), instances(folder, ""));
  }

  static List<Instance> read(StoredSegmentations stored, String image) {
    return stored.read(image).orElseThrow().instance().orElseThrow().instances();
  }

  /** A folder of files that are not part of the project; tests of an absent one are skipped. */
  static Path shared(String folder) {
    Path path = Path.of(System.getProperty("segbench.shared", "absent")).resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(path), folder + " is not on this machine");
    return path;
  }
}
