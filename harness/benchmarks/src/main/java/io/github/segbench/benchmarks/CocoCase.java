package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The case {@code coco_synthetic_200} several times over, as a data set of the size of COCO's: 25
 * times 200 images of 640x480 pixels, 1,740 objects and 10,441 detections of 80 categories. The
 * scores of each copy are varied, as copies in a row would make a curve of long straight parts. The
 * folder of the cases is {@code -Dsegbench.shared}, by default {@code ../shared}.
 */
final class CocoCase {
  private final List<Segmentations> truths = new ArrayList<>();
  private final List<Segmentations> detections = new ArrayList<>();
  private final LabelSet labels;

  CocoCase(int copies) {
    Path folder =
        Path.of(System.getProperty("segbench.shared", "../shared"), "cases", "coco_synthetic_200");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode truth = mapper.readTree(folder.resolve("gt.json").toFile());
    List<Category> categories = new ArrayList<>();
    for (JsonNode node : truth.get("categories")) {
      categories.add(new Category(node.get("id").asInt(), node.get("name").asString(), true, 0));
    }
    labels = new LabelSet("synthetic", categories, LabelSet.NO_IGNORE);
    Map<Integer, JsonNode> images = new HashMap<>();
    truth.get("images").forEach(image -> images.put(image.get("id").asInt(), image));
    Map<Integer, List<Instance>> objects = new HashMap<>();
    for (JsonNode node : truth.get("annotations")) {
      Mask mask = mask(node.get("segmentation"), imageOf(node, images));
      boolean crowd = node.get("iscrowd").asInt() == 1;
      addTo(
          objects,
          node,
          new Instance(
              node.get("category_id").asInt(),
              1,
              mask,
              mask.boundingBox(),
              crowd,
              node.get("area").asDouble()));
    }
    Map<Integer, List<Instance>> found = new HashMap<>();
    for (JsonNode node : mapper.readTree(folder.resolve("dt.json").toFile())) {
      Mask mask = mask(node.get("segmentation"), imageOf(node, images));
      addTo(
          found,
          node,
          Instance.detection(node.get("category_id").asInt(), node.get("score").asDouble(), mask));
    }
    Random random = new Random(17);
    for (int copy = 0; copy < copies; copy++) {
      images.forEach(
          (id, image) -> {
            truths.add(segmentations(image, objects.getOrDefault(id, List.of())));
            detections.add(
                segmentations(
                    image,
                    found.getOrDefault(id, List.of()).stream()
                        .map(detection -> varied(detection, random))
                        .toList()));
          });
    }
  }

  private static JsonNode imageOf(JsonNode annotation, Map<Integer, JsonNode> images) {
    return Objects.requireNonNull(images.get(annotation.get("image_id").asInt()), "image");
  }

  private static void addTo(
      Map<Integer, List<Instance>> byImage, JsonNode node, Instance instance) {
    byImage.computeIfAbsent(node.get("image_id").asInt(), id -> new ArrayList<>()).add(instance);
  }

  private static Instance varied(Instance detection, Random random) {
    double score = detection.score() * (0.8 + 0.2 * random.nextDouble());
    return Instance.detection(detection.category(), score, detection.mask(), detection.box());
  }

  private static Segmentations segmentations(JsonNode image, List<Instance> instances) {
    return Segmentations.of(
        new InstanceSegmentation(
            image.get("width").asInt(), image.get("height").asInt(), instances));
  }

  private static Mask mask(JsonNode segmentation, JsonNode image) {
    int width = image.get("width").asInt();
    int height = image.get("height").asInt();
    if (segmentation.isArray()) {
      Mask union = Mask.ofCounts(width, height, new int[] {width * height});
      for (JsonNode polygon : segmentation) {
        union = union.union(PolygonRasterizer.rasterize(width, height, doubles(polygon)));
      }
      return union;
    }
    JsonNode counts = segmentation.get("counts");
    return counts.isString()
        ? CocoRle.decode(width, height, counts.asString())
        : Mask.ofCounts(width, height, ints(counts));
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  /** An accumulator that has seen all copies of all images. */
  Accumulator accumulate() {
    Accumulator accumulator = Accumulators.create(labels, Convention.COCO);
    for (int i = 0; i < truths.size(); i++) {
      accumulator.add(i, truths.get(i), detections.get(i));
    }
    return accumulator;
  }

  /** The first objects in images of 640x480, and as many detections. */
  List<List<Instance>> ofLandscapes(int count) {
    return List.of(landscapes(truths, count), landscapes(detections, count));
  }

  private static List<Instance> landscapes(List<Segmentations> images, int count) {
    return images.stream()
        .filter(image -> image.width() == 640 && image.height() == 480)
        .flatMap(image -> image.instance().orElseThrow().instances().stream())
        .limit(count)
        .toList();
  }
}
