package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.metrics.boundary.MaskBoundary;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Boundary AP against boundary_iou_api itself. */
final class BoundaryToyTest {
  private final CaseFolder folder = new CaseFolder("boundary_ap_toy");
  private final JsonNode expected = folder.json("expected.json");

  @ParameterizedTest
  @CsvSource({"segm,''", "boundary,boundary"})
  void agreesWithBoundaryIouApi(String kind, String prefix) {
    CocoScenes scenes =
        new CocoScenes(folder.json("gt_dataset.json"), folder.json("dt_dataset.json"));
    List<Metric> metrics =
        expected.get(kind).propertyNames().stream()
            .map(name -> Metric.named(prefix + name).orElseThrow())
            .toList();
    Accumulator accumulator = Accumulators.create(scenes.labels(), Convention.COCO, metrics);
    scenes.images().forEach((i, pair) -> accumulator.add(i, pair.truth(), pair.found()));
    Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(0, 0));
    for (Map.Entry<String, JsonNode> entry : expected.get(kind).properties()) {
      Double value =
          evaluation.value(prefix + entry.getKey(), MetricValue.ALL).orElseThrow().value();
      assertThat(value == null ? -1 : value)
          .as(entry.getKey())
          .isCloseTo(entry.getValue().asDouble(), within(1e-9));
    }
  }

  @Test
  void findsTheBoundaryOfTheMiniMask() {
    Mask mask = mask(folder.json("input.json").get("mini_mask"));
    assertThat(new MaskBoundary().of(mask)).isEqualTo(mask(expected.get("mini_mask_boundary")));
  }

  private static Mask mask(JsonNode rows) {
    int width = rows.get(0).size();
    boolean[] bitmap = new boolean[width * rows.size()];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = rows.get(i / width).get(i % width).asInt() == 1;
    }
    return Mask.ofBitmap(width, rows.size(), bitmap);
  }
}
