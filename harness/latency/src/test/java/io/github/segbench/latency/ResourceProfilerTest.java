package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.engine.machine.EnergyReading;
import io.github.segbench.engine.machine.EnergyReading.Counter;
import io.github.segbench.engine.machine.MachineProbe;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

final class ResourceProfilerTest {
  private static final ForkMemory MEMORY = new ForkMemory(1000, 100, 300, 50, 0);

  @Test
  void looksAtTheMemoryWhenTheLastMeasuredIterationIsOver() {
    List<String> looks = new ArrayList<>();
    ResourceProfiler profiler =
        new ResourceProfiler(
            () -> EnergyReading.NONE,
            () -> {
              looks.add("look");
              return MEMORY;
            });
    assertThat(profiler.results(iteration(IterationType.WARMUP), 9)).isEmpty();
    assertThat(profiler.results(iteration(IterationType.WARMUP), 9)).isEmpty();
    assertThat(profiler.results(iteration(IterationType.MEASUREMENT), 9)).isEmpty();
    assertThat(looks).isEmpty();
    // 1000 of the process, without 300 of heap and 50 of buffers.
    assertThat(profiler.results(iteration(IterationType.MEASUREMENT), 9))
        .extracting(ScalarResult::getLabel, ScalarResult::getScore)
        .containsExactlyInAnyOrder(
            tuple("peakRss", 1000.0),
            tuple("javaHeap", 100.0),
            tuple("direct", 50.0),
            tuple("native", 650.0));
  }

  /**
   * 3 J for 4 images, then 1 J for 6: 0.4 J each, not the mean of 0.75 and 0.17. The 8 J before
   * went into the opening of the trial as well.
   */
  @Test
  void dividesAllEnergyByAllImages() {
    List<Long> joules = new ArrayList<>(List.of(1L, 9L, 10L, 13L, 20L, 21L));
    ResourceProfiler profiler =
        new ResourceProfiler(
            () ->
                new EnergyReading(Map.of("0", new Counter(joules.remove(0) * 1_000_000, 1L << 40))),
            () -> MEMORY);
    List<ScalarResult> results = new ArrayList<>();
    for (int images : List.of(2, 4, 6)) {
      profiler.start();
      results.addAll(profiler.results(iteration(IterationType.WARMUP), images));
    }
    assertThat(JmhResources.of(summed(results)))
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.quantity()).isEqualTo(Quantity.ENERGY_PER_IMAGE);
              assertThat(use.value()).isCloseTo(0.4, within(1e-12));
            });
  }

  @Test
  void leavesOutWhatTheMachineDoesNotTell() {
    assertThat(new ForkMemory(0, 100, 300, 50, 0).uses())
        .containsExactlyInAnyOrder(
            new ResourceUse(Quantity.JAVA_HEAP, 100), new ResourceUse(Quantity.DIRECT, 50));
    assertThat(new ForkMemory(0, 100, 300, 50, 7).uses())
        .contains(new ResourceUse(Quantity.GPU_MEMORY, 7));
  }

  /** Reads the beans and files of the system that the tests run on. */
  @Test
  void findsABufferAndNoGarbage() {
    int size = 16 << 20;
    ByteBuffer buffer = ByteBuffer.allocateDirect(size);
    byte[] live = new byte[size];
    ForkMemory memory = ForkMemory.ofThisJvm(new MachineProbe());
    assertThat(memory.buffers()).isGreaterThanOrEqualTo(buffer.capacity());
    assertThat(memory.liveHeap()).isGreaterThanOrEqualTo(live.length);
    assertThat(memory.touchedHeap()).isGreaterThanOrEqualTo(live.length);
    if (Files.isReadable(Path.of("/proc/self/status"))) {
      assertThat(memory.peakResident()).isGreaterThan(2L * size);
    }
  }

  private static IterationParams iteration(IterationType type) {
    return new IterationParams(type, 2, TimeValue.milliseconds(1), 1);
  }

  /** As JMH joins iterations. */
  private static Map<String, Result<?>> summed(List<ScalarResult> results) {
    Map<String, Result<?>> sums = new HashMap<>();
    for (ScalarResult result : results) {
      Result<?> before = sums.get(result.getLabel());
      double sum = result.getScore() + (before == null ? 0 : before.getScore());
      sums.put(
          result.getLabel(),
          new ScalarResult(result.getLabel(), sum, result.getScoreUnit(), AggregationPolicy.SUM));
    }
    return sums;
  }
}
