package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

final class JmhResourcesTest {
  private static final List<LatencyDistribution> TIMINGS =
      List.of(
          sampled(LatencyStage.END_TO_END, 1, 100),
          sampled(LatencyStage.INFERENCE, 4, 7),
          sampled(LatencyStage.INFERENCE, 1, 4),
          throughput());

  @Test
  void readsMemoryByItsLabels() {
    assertThat(
            JmhResources.of(Map.of("native", scalar("native", 5), "decode", scalar("decode", 9))))
        .containsExactly(new ResourceUse(Quantity.NATIVE, 5));
  }

  /** 2 x 3,000,000 operations in 4 ms: 1.5 Gflop/s. */
  @Test
  void takesTheMedianOfSingleImagesForTheRateOfTheNetwork() {
    assertThat(JmhResources.achievedFlops(model(3_000_000L, List.of()), TIMINGS))
        .hasValue(new ResourceUse(Quantity.ACHIEVED_FLOPS, 1.5e9));
  }

  @Test
  void givesNoRateWhereTheOperationsAreNotKnown() {
    assertThat(JmhResources.achievedFlops(model(null, List.of()), TIMINGS)).isEmpty();
    PostProcessorSpec flip = new PostProcessorSpec("flip", new Options(List.of(), Map.of()));
    assertThat(JmhResources.achievedFlops(model(3_000_000L, List.of(flip)), TIMINGS)).isEmpty();
    assertThat(JmhResources.achievedFlops(model(3_000_000L, List.of()), List.of())).isEmpty();
  }

  private static ModelConfig model(@Nullable Long macs, List<PostProcessorSpec> postProcessors) {
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
    return new ModelConfig(
        new ModelSpec(
            "blank",
            "Blank",
            "blank",
            new LabelSet("one", List.of(new Category(0, "sky", false, 0)), LabelSet.NO_IGNORE),
            List.of(new ModelFile("onnx", Path.of("model.onnx"), null)),
            preprocessing,
            new Options(List.of(), Map.of()),
            postProcessors),
        null,
        macs);
  }

  private static ScalarResult scalar(String label, double value) {
    return new ScalarResult(label, value, "bytes", AggregationPolicy.MAX);
  }

  private static LatencyDistribution sampled(LatencyStage stage, int batch, double median) {
    return new LatencyDistribution(
        stage,
        LatencyMode.SAMPLE,
        1,
        batch,
        median + 1,
        null,
        new Percentiles(median, 9, 9, 9, 9, 1, 9),
        10,
        List.of());
  }

  private static LatencyDistribution throughput() {
    return new LatencyDistribution(
        LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 1, 1, 250, null, null, 10, List.of());
  }
}
