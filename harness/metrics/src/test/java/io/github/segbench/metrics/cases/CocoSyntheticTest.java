package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Mask AP against pycocotools, Boundary AP against its peer: polygons, RLE, crowds, ties and all.
 */
final class CocoSyntheticTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final List<String> STATS =
      List.of(
          "AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl");
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  private final CaseFolder folder = new CaseFolder("coco_synthetic_200");
  private final CocoScenes scenes = new CocoScenes(folder.json("gt.json"), folder.json("dt.json"));
  private final LabelSet labels = scenes.labels();

  @ParameterizedTest
  @CsvSource({"expected_segm.json,''", "expected_boundary.json,boundary"})
  void agreesWithTheReferenceTool(String file, String prefix) {
    JsonNode expected = folder.json(file);
    InstanceAccumulator accumulator = newAccumulator(prefix);
    scenes.images().forEach((i, pair) -> accumulator.add(i, pair.truth(), pair.found()));
    Evaluation evaluation = accumulator.evaluate(NO_INTERVALS);

    for (int i = 0; i < STATS.size(); i++) {
      assertThat(evaluation.value(prefix + STATS.get(i), MetricValue.ALL).orElseThrow().value())
          .as(STATS.get(i))
          .isCloseTo(expected.get("stats").get(i).asDouble(), EXACT);
    }
    for (Map.Entry<String, JsonNode> entry : expected.get("per_category_AP").properties()) {
      String name = labels.byId(Integer.parseInt(entry.getKey())).orElseThrow().name();
      Double value = evaluation.value(prefix + "AP", name).orElseThrow().value();
      // -1 says that the category has no object.
      assertThat(value == null ? -1 : value)
          .as("AP of %s", name)
          .isCloseTo(entry.getValue().asDouble(), EXACT);
    }
    assertTablesAgree(expected, accumulator);
  }

  private static void assertTablesAgree(JsonNode expected, InstanceAccumulator accumulator) {
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
  void writesEachStringAsPycocotoolsDid() {
    int strings = 0;
    for (JsonNode detection : folder.json("dt.json")) {
      JsonNode counts = detection.get("segmentation").path("counts");
      if (counts.isString()) {
        JsonNode size = detection.get("segmentation").get("size");
        int width = size.get(1).asInt();
        int height = size.get(0).asInt();
        Mask mask = CocoRle.decode(width, height, counts.asString());
        assertThat(CocoRle.encode(mask)).isEqualTo(counts.asString());
        assertThat(Mask.ofColumns(width, height, mask.toColumns())).isEqualTo(mask);
        strings++;
      }
    }
    assertThat(strings).isGreaterThan(5_000);
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    InstanceAccumulator alone = newAccumulator("");
    List<InstanceAccumulator> several =
        List.of(newAccumulator(""), newAccumulator(""), newAccumulator(""));
    Map<Integer, CocoScenes.Pair> images = scenes.images();
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

  private InstanceAccumulator newAccumulator(String prefix) {
    List<Metric> metrics =
        STATS.stream().map(name -> Metric.named(prefix + name).orElseThrow()).toList();
    return (InstanceAccumulator) Accumulators.create(labels, Convention.COCO, metrics);
  }
}
