package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Semantic numbers of other tools. Ids below 0 in a case are its ignore label. */
final class SemanticCasesTest {
  @Test
  void fcnPaperMetricsAverageOverAnnotatedClasses() {
    CaseFolder folder = new CaseFolder("fcn_four_metrics");
    JsonNode expected = folder.json("expected.json");
    Map<String, String> names =
        Map.of(
            "pixel_accuracy", "pixelAccuracy",
            "mean_accuracy", "meanAccuracy",
            "mean_IU", "mIoU",
            "frequency_weighted_IU", "fwIoU");
    for (Map.Entry<String, JsonNode> entry : folder.json("input.json").properties()) {
      JsonNode maps = entry.getValue();
      Evaluation evaluation =
          evaluate(Convention.DETECTRON2, List.of(maps.get("gt")), List.of(maps.get("pred")));
      names.forEach(
          (theirs, ours) ->
              assertThat(value(evaluation, ours, MetricValue.ALL))
                  .as("%s of %s", ours, entry.getKey())
                  .isCloseTo(expected.get(entry.getKey()).get(theirs).asDouble(), within(1e-9)));
    }
  }

  /** The case's second number weights pixels, which no convention here does. */
  @Test
  void kerasMeanIouIsTheStandardOne() {
    CaseFolder folder = new CaseFolder("iou_keras_docs");
    JsonNode maps = folder.json("input.json");
    Evaluation evaluation =
        evaluate(Convention.STANDARD, List.of(maps.get("gt")), List.of(maps.get("pred")));
    assertThat(value(evaluation, "mIoU", MetricValue.ALL))
        .isCloseTo(folder.json("expected.json").get("mIoU").asDouble(), within(1e-9));
  }

  @Test
  void chainercvIgnoresVoidAndLeavesUndefinedClassesOut() {
    CaseFolder folder = new CaseFolder("semseg_chainercv");
    for (Map.Entry<String, JsonNode> entry : folder.json("expected.json").properties()) {
      JsonNode maps = folder.json("input.json").get(entry.getKey());
      Evaluation evaluation =
          evaluate(
              Convention.STANDARD,
              maps.get("gt").valueStream().toList(),
              maps.get("pred").valueStream().toList());
      JsonNode expected = entry.getValue();
      assertThat(value(evaluation, "pixelAccuracy", MetricValue.ALL))
          .isCloseTo(expected.get("pixel_accuracy").asDouble(), within(1e-9));
      for (int c = 0; c < 2; c++) {
        assertSame(value(evaluation, "IoU", "class " + c), expected.get("iou").get(c));
        assertSame(
            value(evaluation, "recall", "class " + c), expected.get("class_accuracy").get(c));
      }
    }
  }

  private static void assertSame(Double value, JsonNode expected) {
    if (expected.isNull()) {
      assertThat(value).isNull();
    } else {
      assertThat(value).isCloseTo(expected.asDouble(), within(1e-9));
    }
  }

  private static Evaluation evaluate(
      Convention convention, List<JsonNode> truths, List<JsonNode> predictions) {
    int classes =
        1
            + IntStream.concat(
                    truths.stream().flatMapToInt(SemanticCasesTest::ids),
                    predictions.stream().flatMapToInt(SemanticCasesTest::ids))
                .max()
                .orElseThrow();
    List<Category> categories =
        IntStream.range(0, classes)
            .mapToObj(id -> new Category(id, "class " + id, false, 0))
            .toList();
    Accumulator accumulator =
        Accumulators.create(new LabelSet("case", categories, LabelSet.MAX_ID), convention);
    for (int i = 0; i < truths.size(); i++) {
      accumulator.add(i, segmentation(truths.get(i)), segmentation(predictions.get(i)));
    }
    return accumulator.evaluate(new BootstrapSettings(0, 0));
  }

  private static Segmentations segmentation(JsonNode map) {
    int[] ids = ids(map).toArray();
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return Segmentations.of(new SemanticSegmentation(new LabelMap(ids.length, 1, labels)));
  }

  private static IntStream ids(JsonNode map) {
    return map.isArray()
        ? map.valueStream().flatMapToInt(SemanticCasesTest::ids)
        : IntStream.of(map.asInt());
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
