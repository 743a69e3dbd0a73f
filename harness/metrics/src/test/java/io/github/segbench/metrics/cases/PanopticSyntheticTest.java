package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.panoptic.PanopticAccumulator;
import io.github.segbench.metrics.panoptic.SegmentCounts;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** PQ against panopticapi: void, crowds and 133 categories. */
final class PanopticSyntheticTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final List<String> METRICS = List.of("PQ", "SQ", "RQ");

  private final CaseFolder folder = new CaseFolder("panoptic_synthetic_40");
  private final JsonNode expected = folder.json("expected.json");
  private final JsonNode truth = folder.json("gt.json");
  private final JsonNode prediction = folder.json("pred.json");
  private final LabelSet labels = labels();

  @Test
  void agreesWithPanopticapi() throws IOException {
    PanopticAccumulator accumulator =
        (PanopticAccumulator) Accumulators.create(labels, Convention.COCO_PANOPTIC);
    addAll(accumulator);
    assertCountsAgree(accumulator.counts());
    assertNumbersAgree(accumulator.evaluate(new BootstrapSettings(0, 0)));
  }

  /**
   * Expected numbers are by a program of its own (Python, SciPy's minimum filter over each mask)
   * after boundary-iou-api's coco_panoptic_api/evaluation.py; it agrees with panopticapi on PQ.
   */
  @Test
  void agreesOnBoundariesAndModifiedQuality() throws IOException {
    Accumulator accumulator =
        Accumulators.create(
            labels,
            Convention.COCO_PANOPTIC,
            List.of(
                Metric.MODIFIED_PQ, Metric.BOUNDARY_PQ, Metric.BOUNDARY_SQ, Metric.BOUNDARY_RQ));
    addAll(accumulator);
    Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(0, 0));
    assertThat(value(evaluation, "boundaryPQ", "all")).isCloseTo(0.551568016480944, EXACT);
    assertThat(value(evaluation, "boundaryPQ", "things")).isCloseTo(0.46175284078231493, EXACT);
    assertThat(value(evaluation, "boundaryPQ", "stuff")).isCloseTo(0.6801269934613348, EXACT);
    assertThat(value(evaluation, "boundarySQ", "all")).isCloseTo(0.7084105406973785, EXACT);
    assertThat(value(evaluation, "boundaryRQ", "all")).isCloseTo(0.6755251936574639, EXACT);
    assertThat(value(evaluation, "modifiedPQ", "stuff")).isCloseTo(0.7379779783441985, EXACT);
    assertThat(value(evaluation, "modifiedPQ", "all")).isCloseTo(0.5910743610900346, EXACT);
  }

  private void addAll(Accumulator accumulator) throws IOException {
    for (int i = 0; i < truth.get("annotations").size(); i++) {
      JsonNode annotation = truth.get("annotations").get(i);
      accumulator.add(
          i,
          read("gt", annotation),
          read("pred", predictionOf(annotation.get("image_id").asInt())));
    }
  }

  private void assertCountsAgree(SegmentCounts counts) {
    for (Map.Entry<String, JsonNode> entry : expected.get("counts_per_class").properties()) {
      int index = labels.indexOf(Integer.parseInt(entry.getKey()));
      JsonNode numbers = entry.getValue();
      assertThat(counts.iouSum(index)).isCloseTo(numbers.get("iou").asDouble(), EXACT);
      assertThat(counts.truePositives(index)).isEqualTo(numbers.get("tp").asLong());
      assertThat(counts.falsePositives(index)).isEqualTo(numbers.get("fp").asLong());
      assertThat(counts.falseNegatives(index)).isEqualTo(numbers.get("fn").asLong());
    }
  }

  private void assertNumbersAgree(Evaluation evaluation) {
    for (String metric : METRICS) {
      String key = metric.toLowerCase(Locale.ROOT);
      for (String group : List.of("All", "Things", "Stuff")) {
        assertThat(value(evaluation, metric, group.toLowerCase(Locale.ROOT)))
            .as("%s of %s", metric, group)
            .isCloseTo(expected.get(group).get(key).asDouble(), EXACT);
      }
      int categories = 0;
      for (Map.Entry<String, JsonNode> entry : expected.get("per_class").properties()) {
        String name = labels.byId(Integer.parseInt(entry.getKey())).orElseThrow().name();
        // The reference writes 0 for a category that does not occur.
        Double value = evaluation.value(metric, name).orElseThrow().value();
        assertThat(value == null ? 0 : value)
            .as("%s of %s", metric, name)
            .isCloseTo(entry.getValue().get(key).asDouble(), EXACT);
        categories += value == null ? 0 : 1;
      }
      assertThat(categories).isEqualTo(expected.get("All").get("n").asInt());
    }
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    MetricValue value = evaluation.value(metric, category).orElseThrow();
    return value.value();
  }

  private JsonNode predictionOf(int image) {
    for (JsonNode annotation : prediction.get("annotations")) {
      if (annotation.get("image_id").asInt() == image) {
        return annotation;
      }
    }
    throw new AssertionError("no prediction for image " + image);
  }

  private Segmentations read(String side, JsonNode annotation) throws IOException {
    Raster raster =
        ImageIO.read(folder.file(side + "/" + annotation.get("file_name").asString()).toFile())
            .getRaster();
    int[] rgb = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    int[] ids = new int[rgb.length / 3];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = rgb[3 * i] + 256 * rgb[3 * i + 1] + 65536 * rgb[3 * i + 2];
    }
    List<Segment> segments = new ArrayList<>();
    for (JsonNode segment : annotation.get("segments_info")) {
      segments.add(
          new Segment(
              segment.get("id").asInt(),
              segment.get("category_id").asInt(),
              segment.has("iscrowd") && segment.get("iscrowd").asInt() == 1));
    }
    return Segmentations.of(
        new PanopticSegmentation(raster.getWidth(), raster.getHeight(), ids, segments));
  }

  private LabelSet labels() {
    List<Category> categories = new ArrayList<>();
    for (JsonNode node : truth.get("categories")) {
      categories.add(
          new Category(
              node.get("id").asInt(),
              node.get("name").asString(),
              node.get("isthing").asInt() == 1,
              0));
    }
    return new LabelSet("synthetic", categories, LabelSet.NO_IGNORE);
  }
}
