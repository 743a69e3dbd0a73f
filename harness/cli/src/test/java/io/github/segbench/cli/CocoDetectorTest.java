package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.plugin.Plugins;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors that were trained on COCO give its official ids, however they number its things. */
final class CocoDetectorTest {
  private static final Path CONFIGS =
      Path.of(System.getProperty("segbench.root", "")).resolve("configs");

  private final Plugins plugins = Plugins.onClassPath();

  /** Stop sign is 13 and the 12th thing, toothbrush is 90 and the 80th. */
  @ParameterizedTest
  @CsvSource({"coco91, 1, 13, 90", "coco80, 0, 11, 79", "coco80, 1, 12, 80"})
  void gapsOfTheIdsDoNotShiftTheCategories(
      String labels, int labelBase, int stopSign, int toothbrush) {
    LabelMapping mapping = LabelMapping.between(labels(labels), labels("coco80")).orElseThrow();

    Segmentations mapped = mapping.apply(detect(labels(labels), labelBase, stopSign, toothbrush));

    assertThat(mapping.leftOut()).isEmpty();
    assertThat(mapped.instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(13, 90);
  }

  private Segmentations detect(LabelSet labels, int labelBase, int... numbers) {
    Tensor found = Tensor.allocate(ElementType.INT64, numbers.length);
    float[] boxes = new float[4 * numbers.length];
    float[] scores = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      found.longs().put(i, numbers[i]);
      scores[i] = 0.9f - 0.1f * i;
      boxes[4 * i + 2] = 4;
      boxes[4 * i + 3] = 4;
    }
    float[] masks = new float[numbers.length];
    Arrays.fill(masks, 1);
    ModelFamily family = plugins.families().get("mask-rcnn");
    Preprocessing preprocessing =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            Preprocessing.ChannelOrder.RGB,
            Preprocessing.Layout.NCHW,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1);
    ModelSpec spec =
        new ModelSpec(
            "detector",
            "Detector",
            family.id(),
            labels,
            List.of(),
            preprocessing,
            new Options(family.options(), Map.of("labelBase", (long) labelBase)));
    Map<String, Tensor> outputs =
        Map.of(
            "labels", found,
            "boxes", Tensor.ofFloats(boxes, numbers.length, 4),
            "scores", Tensor.ofFloats(scores, numbers.length),
            "masks", Tensor.ofFloats(masks, numbers.length, 1, 1, 1));
    return family
        .adapterFor(spec)
        .postprocess(outputs, List.of(new ImageGeometry(8, 8, 8, 8, 8, 8)))
        .get(0);
  }

  private LabelSet labels(String id) {
    return new ConfigCatalogue(plugins, CONFIGS).labels(id);
  }
}
