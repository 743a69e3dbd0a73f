package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.instance.AreaRange;
import io.github.segbench.metrics.instance.InstanceAccumulator;
import io.github.segbench.metrics.instance.PrecisionRecall;
import io.github.segbench.metrics.instance.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mask AP against pycocotools: polygons, RLE, crowds, ties and all. */
final class CocoSyntheticTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final List<String> STATS =
      List.of(
          "AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl");
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  private final CaseFolder folder = new CaseFolder("coco_synthetic_200");
  private final JsonNode expected = folder.json("expected_segm.json");
  private final JsonNode truth = folder.json("gt.json");
  private final LabelSet labels = labels();

  @Test
  void agreesWithPycocotools() {
    InstanceAccumulator accumulator = newAccumulator();
    images().forEach((position, pair) -> accumulator.add(position, pair.truth(), pair.found()));
    Evaluation evaluation = accumulator.evaluate(NO_INTERVALS);

    for (int i = 0; i < STATS.size(); i++) {
      assertThat(evaluation.value(STATS.get(i), MetricValue.ALL).orElseThrow().value())
          .as(STATS.get(i))
          .isCloseTo(expected.get("stats").get(i).asDouble(), EXACT);
    }
    for (Map.Entry<String, JsonNode> entry : expected.get("per_category_AP").properties()) {
      String name = labels.byId(Integer.parseInt(entry.getKey())).orElseThrow().name();
      Double value = evaluation.value("AP", name).orElseThrow().value();
      // -1 says that the category has no object.
      assertThat(value == null ? -1 : value)
          .as("AP of %s", name)
          .isCloseTo(entry.getValue().asDouble(), EXACT);
    }
    assertTablesAgree(accumulator);
  }

  private void assertTablesAgree(InstanceAccumulator accumulator) {
    double precisions = 0;
    double recalls = 0;
    int valid = 0;
    for (AreaRange area : AreaRange.values()) {
      for (int mostDetections : new int[] {1, 10, 100}) {
        for (PrecisionRecall category :
            accumulator.accumulation(new Slice(area, mostDetections)).compute()) {
          for (int threshold = 0; category != null && threshold < 10; threshold++) {
            recalls += category.recall(threshold);
            for (int point = 0; point <= 100; point++, valid++) {
              precisions += category.precision(threshold, point);
            }
          }
        }
      }
    }
    assertThat(valid).isEqualTo(expected.get("precision_valid").asInt());
    assertThat(precisions).isCloseTo(expected.get("precision_sum").asDouble(), within(1e-6));
    assertThat(recalls).isCloseTo(expected.get("recall_sum").asDouble(), within(1e-8));
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    InstanceAccumulator alone = newAccumulator();
    List<InstanceAccumulator> several =
        List.of(newAccumulator(), newAccumulator(), newAccumulator());
    Map<Integer, Pair> images = images();
    List<Integer> order = new ArrayList<>(images.keySet());
    order.forEach(i -> alone.add(i, images.get(i).truth(), images.get(i).found()));
    Random random = new Random(5);
    Collections.shuffle(order, random);
    for (int i : order) {
      several.get(random.nextInt(3)).add(i, images.get(i).truth(), images.get(i).found());
    }
    several.get(2).merge(several.get(0));
    several.get(2).merge(several.get(1));
    BootstrapSettings settings = new BootstrapSettings(20, 3);
    assertThat(several.get(2).evaluate(settings)).isEqualTo(alone.evaluate(settings));
  }

  private InstanceAccumulator newAccumulator() {
    return (InstanceAccumulator) Accumulators.create(labels, Convention.COCO);
  }

  private LabelSet labels() {
    List<Category> categories = new ArrayList<>();
    for (JsonNode node : truth.get("categories")) {
      categories.add(new Category(node.get("id").asInt(), node.get("name").asString(), true, 0));
    }
    return new LabelSet("synthetic", categories, LabelSet.NO_IGNORE);
  }

  /** By position, in the order of the image ids as pycocotools has them. */
  private Map<Integer, Pair> images() {
    Map<Integer, JsonNode> byId = new TreeMap<>();
    truth.get("images").forEach(image -> byId.put(image.get("id").asInt(), image));
    Map<Integer, List<Instance>> objects = instances(truth.get("annotations"), byId, true);
    Map<Integer, List<Instance>> detections = instances(folder.json("dt.json"), byId, false);
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
      Mask union = Mask.ofCounts(width, height, new int[] {width * height});
      for (JsonNode polygon : segmentation) {
        double[] corners = new double[polygon.size()];
        for (int i = 0; i < corners.length; i++) {
          corners[i] = polygon.get(i).asDouble();
        }
        union = union.union(PolygonRasterizer.rasterize(width, height, corners));
      }
      return union;
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

  private record Pair(Segmentations truth, Segmentations found) {}
}
