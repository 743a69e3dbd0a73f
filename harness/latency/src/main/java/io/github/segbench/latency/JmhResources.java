package io.github.segbench.latency;

import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.Result;

/** Reads what a model needs out of JMH's results. */
final class JmhResources {
  private static final List<Quantity> MEMORY =
      List.of(
          Quantity.PEAK_RSS,
          Quantity.JAVA_HEAP,
          Quantity.DIRECT,
          Quantity.NATIVE,
          Quantity.GPU_MEMORY);

  /** A multiplication and an addition. */
  private static final int OPERATIONS_PER_MAC = 2;

  private static final double MILLIS_PER_SECOND = 1000;

  private JmhResources() {}

  /**
   * Memory, the most of all forks, and energy, that of all measured iterations for each of their
   * images.
   *
   * @param secondary results of {@link ResourceProfiler}, by label; what is missing is left out
   */
  static List<ResourceUse> of(Map<String, ? extends Result<?>> secondary) {
    List<ResourceUse> uses = new ArrayList<>();
    for (Quantity quantity : MEMORY) {
      Result<?> bytes = secondary.get(quantity.id());
      if (bytes != null) {
        uses.add(new ResourceUse(quantity, bytes.getScore()));
      }
    }
    Result<?> joules = secondary.get(ResourceProfiler.ENERGY);
    Result<?> images = secondary.get(ResourceProfiler.ENERGY_IMAGES);
    if (joules != null && images != null && images.getScore() > 0) {
      uses.add(new ResourceUse(Quantity.ENERGY_PER_IMAGE, joules.getScore() / images.getScore()));
    }
    return uses;
  }

  /**
   * What the network does in a second with single images on one thread, in floating-point
   * operations; empty if the model's configuration does not say how many it takes, or names
   * post-processors, which may run the network several times for an image.
   */
  static Optional<ResourceUse> achievedFlops(ModelConfig model, List<LatencyDistribution> timings) {
    Long macs = model.macs();
    if (macs == null || !model.spec().postProcessors().isEmpty()) {
      return Optional.empty();
    }
    return timings.stream()
        .filter(timing -> timing.stage() == LatencyStage.INFERENCE)
        .filter(timing -> timing.mode() == LatencyMode.SAMPLE && timing.batch() == 1)
        .flatMap(timing -> Optional.ofNullable(timing.percentiles()).stream())
        .map(LatencyDistribution.Percentiles::p50)
        .filter(millis -> millis > 0)
        .map(millis -> OPERATIONS_PER_MAC * macs / (millis / MILLIS_PER_SECOND))
        .map(flops -> new ResourceUse(Quantity.ACHIEVED_FLOPS, flops))
        .findFirst();
  }
}
