package io.github.segbench.metrics.cases;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The images of a COCO file of ground truth and one of results. */
final class CocoScenes {
  private final JsonNode truth;
  private final JsonNode results;

  /**
   * @param results an array of detections
   */
  CocoScenes(JsonNode truth, JsonNode results) {
    this.truth = truth;
    this.results = results;
  }

  /** One image. */
  record Pair(Segmentations truth, Segmentations found) {}

  LabelSet labels() {
    List<Category> categories = new ArrayList<>();
    for (JsonNode node : truth.get("categories")) {
      categories.add(new Category(node.get("id").asInt(), node.get("name").asString(), true, 0));
    }
    return new LabelSet("case", categories, LabelSet.NO_IGNORE);
  }

  /** By position, in the order of the image ids as pycocotools has them. */
  Map<Integer, Pair> images() {
    Map<Integer, JsonNode> byId = new TreeMap<>();
    truth.get("images").forEach(image -> byId.put(image.get("id").asInt(), image));
    Map<Integer, List<Instance>> objects = instances(truth.get("annotations"), byId, true);
    Map<Integer, List<Instance>> detections = instances(results, byId, false);
    Map<Integer, Pair> images = new TreeMap<>();
    byId.forEach(
        (id, image) ->
            images.put(
                images.size(),
                new Pair(
                    segmentations(image, objects.getOrDefault(id, List.of())),
                    segmentations(image, detections.getOrDefault(id, List.of())))));
    return images;
  }

  private static Segmentations segmentations(JsonNode image, List<Instance> instances) {
    return Segmentations.of(
        new InstanceSegmentation(
            image.get("width").asInt(), image.get("height").asInt(), instances));
  }

  private static Map<Integer, List<Instance>> instances(
      JsonNode annotations, Map<Integer, JsonNode> images, boolean annotated) {
    Map<Integer, List<Instance>> byImage = new TreeMap<>();
    for (JsonNode node : annotations) {
      int image = node.get("image_id").asInt();
      Mask mask = mask(node.get("segmentation"), images.get(image));
      int category = node.get("category_id").asInt();
      Instance instance =
          annotated
              ? new Instance(
                  category,
                  1,
                  mask,
                  mask.boundingBox(),
                  node.get("iscrowd").asInt() == 1,
                  node.get("area").asDouble())
              : Instance.detection(category, node.get("score").asDouble(), mask);
      byImage.computeIfAbsent(image, i -> new ArrayList<>()).add(instance);
    }
    return byImage;
  }

  private static Mask mask(JsonNode segmentation, JsonNode image) {
    int width = image.get("width").asInt();
    int height = image.get("height").asInt();
    if (segmentation.isArray()) {
      List<Mask> polygons = new ArrayList<>();
      for (JsonNode polygon : segmentation) {
        double[] corners = new double[polygon.size()];
        for (int i = 0; i < corners.length; i++) {
          corners[i] = polygon.get(i).asDouble();
        }
        polygons.add(PolygonRasterizer.rasterize(width, height, corners));
      }
      return Mask.union(polygons);
    }
    JsonNode counts = segmentation.get("counts");
    if (counts.isString()) {
      return CocoRle.decode(width, height, counts.asString());
    }
    int[] runs = new int[counts.size()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = counts.get(i).asInt();
    }
    return Mask.ofCounts(width, height, runs);
  }
}
