package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * PQ of TorchMetrics, whose rule is COCO's: stuff of a category is one segment, and target pixels
 * of an unknown category are void.
 */
final class TorchmetricsPanopticTest {
  private final CaseFolder folder = new CaseFolder("pq_torchmetrics");
  private final JsonNode input = folder.json("input.json");
  private final JsonNode expected = folder.json("expected.json");

  @Test
  void agreesOnGridsToTheGivenDigits() {
    assertThat(value(evaluate("A"), "PQ", MetricValue.ALL))
        .isCloseTo(expected.get("A").get("PQ").asDouble(), within(1e-4));
    assertThat(value(evaluate("B"), "PQ", MetricValue.ALL))
        .isCloseTo(expected.get("B").get("PQ").asDouble(), within(1e-9));
  }

  @Test
  void agreesOnModifiedQuality() {
    assertThat(value(evaluate("A"), "modifiedPQ", MetricValue.ALL))
        .isCloseTo(expected.get("A").get("modified_PQ").asDouble(), within(1e-4));
    assertThat(value(evaluate("C_modified"), "modifiedPQ", MetricValue.ALL))
        .isCloseTo(expected.get("C_modified").get("modified_PQ").asDouble(), within(1e-9));
  }

  @Test
  void agreesOnEveryNumberOfTheDocumentation() {
    Evaluation evaluation = evaluate("doc");
    JsonNode numbers = expected.get("doc");
    for (String metric : List.of("PQ", "SQ", "RQ")) {
      assertThat(value(evaluation, metric, MetricValue.ALL))
          .isCloseTo(numbers.get(metric).asDouble(), within(1e-4));
    }
    for (int i = 0; i < numbers.get("per_class").size(); i++) {
      String category = "class " + numbers.get("per_class_order").get(i).asInt();
      assertThat(value(evaluation, "PQ", category))
          .isCloseTo(numbers.get("per_class").get(i).asDouble(), within(1e-4));
    }
  }

  @Test
  void agreesOnStuffThatIsGivenByClassNames() {
    JsonNode example = input.get("D");
    List<int[]> truth = new ArrayList<>();
    List<int[]> prediction = new ArrayList<>();
    for (int i = 0; i < example.get("target_classes").size(); i++) {
      truth.add(new int[] {classOf(example, "target_classes", i), 0});
      prediction.add(new int[] {classOf(example, "pred_classes", i), 0});
    }
    LabelSet labels = labels(example);
    Evaluation evaluation = evaluate(labels, truth, prediction);
    JsonNode numbers = expected.get("D").get("per_class_sorted_ids_0_1_2");
    for (int id = 0; id < 3; id++) {
      assertThat(value(evaluation, "PQ", "class " + id))
          .isCloseTo(numbers.get(id).asDouble(), within(1e-9));
    }
  }

  /** "c1" is the first element of {@code c}. */
  private static int classOf(JsonNode example, String side, int pixel) {
    String name = example.get(side).get(pixel).asString();
    return example.get("c").get(Integer.parseInt(name.substring(1)) - 1).asInt();
  }

  private Evaluation evaluate(String name) {
    JsonNode example = input.get(name);
    return evaluate(labels(example), points(example.get("target")), points(example.get("pred")));
  }

  private static Evaluation evaluate(LabelSet labels, List<int[]> truth, List<int[]> prediction) {
    Accumulator accumulator =
        Accumulators.create(labels, Convention.COCO_PANOPTIC, Metric.of(SegmentationTask.PANOPTIC));
    accumulator.add(0, segmentation(labels, truth), segmentation(labels, prediction));
    return accumulator.evaluate(new BootstrapSettings(0, 0));
  }

  private static List<int[]> points(JsonNode batch) {
    List<int[]> points = new ArrayList<>();
    for (JsonNode row : batch) {
      for (JsonNode point : row) {
        points.add(new int[] {point.get(0).asInt(), point.get(1).asInt()});
      }
    }
    return points;
  }

  private static Segmentations segmentation(LabelSet labels, List<int[]> points) {
    Map<String, Segment> segments = new LinkedHashMap<>();
    int[] ids = new int[points.size()];
    for (int i = 0; i < ids.length; i++) {
      int category = points.get(i)[0];
      if (labels.indexOf(category) >= 0) {
        boolean thing = labels.byId(category).orElseThrow().isThing();
        String key = category + ":" + (thing ? points.get(i)[1] : 0);
        ids[i] =
            segments
                .computeIfAbsent(key, k -> new Segment(segments.size() + 1, category, false))
                .id();
      }
    }
    return Segmentations.of(
        new PanopticSegmentation(ids.length, 1, ids, List.copyOf(segments.values())));
  }

  private static LabelSet labels(JsonNode example) {
    List<Category> categories = new ArrayList<>();
    for (JsonNode id : example.get("things")) {
      categories.add(new Category(id.asInt(), "class " + id.asInt(), true, 0));
    }
    for (JsonNode id : example.get("stuffs")) {
      categories.add(new Category(id.asInt(), "class " + id.asInt(), false, 0));
    }
    return new LabelSet("case", categories, LabelSet.NO_IGNORE);
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
