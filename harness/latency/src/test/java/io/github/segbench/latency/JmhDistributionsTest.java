package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.util.SampleBuffer;

final class JmhDistributionsTest {
  /** JMH's buffer keeps about three digits of a sample. */
  private static final double DIGITS = 0.01;

  private static final Timing INFERENCE =
      new Timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 4);
  private static final Timing END_TO_END =
      new Timing(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1);

  private static final Warmup WARMUP = new Warmup(1.5, true);

  /** 1, 2, ..., 100 ms: mean 50.5. */
  @Test
  void readsMillisecondsPerCall() {
    SampleBuffer buffer = new SampleBuffer();
    for (int millis = 1; millis <= 100; millis++) {
      buffer.add(millis * 1_000_000L);
    }
    LatencyDistribution timing =
        JmhDistributions.of(INFERENCE, sampled("call", buffer), Map.of(), WARMUP).get(0);

    assertThat(timing.stage()).isEqualTo(LatencyStage.INFERENCE);
    assertThat(timing.batch()).isEqualTo(4);
    assertThat(timing.score()).isCloseTo(50.5, within(50.5 * DIGITS));
    assertThat(timing.error()).isPositive();
    assertThat(timing.samples()).isEqualTo(100);
    assertThat(timing.percentiles().min()).isCloseTo(1, within(DIGITS));
    assertThat(timing.percentiles().p50()).isCloseTo(50.5, within(0.6));
    assertThat(timing.percentiles().p90()).isCloseTo(90.9, within(1.0));
    assertThat(timing.percentiles().p95()).isCloseTo(95.95, within(1.0));
    assertThat(timing.percentiles().p99()).isCloseTo(99.99, within(1.0));
    assertThat(timing.percentiles().p999()).isCloseTo(100, within(1.0));
    assertThat(timing.percentiles().max()).isCloseTo(100, within(100 * DIGITS));
    assertThat(timing.histogram()).extracting(Bucket::count).containsOnly(1L).hasSize(100);
  }

  @Test
  void hasNoErrorWhereOneSampleIsAllThereIs() {
    SampleBuffer buffer = new SampleBuffer();
    buffer.add(5_000_000);
    LatencyDistribution timing =
        JmhDistributions.of(INFERENCE, sampled("call", buffer), Map.of(), WARMUP).get(0);
    assertThat(timing.error()).isNull();
    assertThat(timing.samples()).isEqualTo(1);
  }

  /** 30 calls of 4 images in 2 s: 60 images/s. */
  @Test
  void countsImagesNotCalls() {
    Timing throughput = new Timing(LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 2, 4);
    ThroughputResult result =
        new ThroughputResult(ResultRole.PRIMARY, "call", 30, 2_000_000_000L, TimeUnit.SECONDS);
    LatencyDistribution timing = JmhDistributions.of(throughput, result, Map.of(), null).get(0);
    assertThat(timing.score()).isEqualTo(60);
    assertThat(timing.threads()).isEqualTo(2);
    assertThat(timing.percentiles()).isNull();
    assertThat(timing.histogram()).isEmpty();
  }

  @Test
  void keepsThePostProcessorsApart() {
    StageSamples samples = new StageSamples();
    // 8 ms from the outputs to the segmentations, and 32 ms of post-processors between them.
    samples.record(new StageTimes(0, 1_000_000, 3_000_000, 7_000_000, 47_000_000, 32_000_000L));
    SampleBuffer whole = new SampleBuffer();
    whole.add(47_000_000);
    List<LatencyDistribution> timings =
        JmhDistributions.of(END_TO_END, sampled("call", whole), byLabel(samples), WARMUP);

    assertThat(timings).hasSize(5);
    assertThat(timings.get(3).stage()).isEqualTo(LatencyStage.POSTPROCESS);
    assertThat(timings.get(3).score()).isCloseTo(8, within(8 * DIGITS));
    assertThat(timings.get(4).stage()).isEqualTo(LatencyStage.REFINE);
    assertThat(timings.get(4).score()).isCloseTo(32, within(32 * DIGITS));
  }

  @Test
  void readsTheStagesWithinEndToEndCalls() {
    StageSamples samples = new StageSamples();
    // 1 ms decoding, 2 ms preprocessing, 4 ms inference, 8 ms postprocessing.
    samples.record(new StageTimes(0, 1_000_000, 3_000_000, 7_000_000, 15_000_000, null));
    SampleBuffer whole = new SampleBuffer();
    whole.add(15_000_000);
    List<LatencyDistribution> timings =
        JmhDistributions.of(END_TO_END, sampled("call", whole), byLabel(samples), WARMUP);

    assertThat(timings)
        .extracting(LatencyDistribution::stage)
        .containsExactly(
            LatencyStage.END_TO_END,
            LatencyStage.DECODE,
            LatencyStage.PREPROCESS,
            LatencyStage.POSTPROCESS);
    assertThat(timings).extracting(LatencyDistribution::warmup).containsOnly(WARMUP);
    assertThat(timings.get(1).score()).isCloseTo(1, within(DIGITS));
    assertThat(timings.get(2).score()).isCloseTo(2, within(2 * DIGITS));
    assertThat(timings.get(3).score()).isCloseTo(8, within(8 * DIGITS));
  }

  @Test
  void forgetsTheStagesOfTheIterationBefore() {
    StageSamples samples = new StageSamples();
    samples.record(new StageTimes(0, 1, 2, 3, 4, null));
    samples.clear();
    assertThat(samples.results()).isEmpty();
  }

  @Test
  void namesTheStageThatIsMissing() {
    SampleBuffer buffer = new SampleBuffer();
    buffer.add(1_000_000);
    assertThatThrownBy(
            () -> JmhDistributions.of(END_TO_END, sampled("call", buffer), Map.of(), WARMUP))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "JMH gives no time of stage decode within endToEnd (sample, 1 thread, batch 1)");
  }

  /** 10,000 different values from 1 to 10,000 ms. */
  @Test
  void joinsNeighboursUntilAChartCanShowThem() {
    SampleBuffer buffer = new SampleBuffer();
    for (int millis = 1; millis <= 10_000; millis++) {
      buffer.add(millis * 1_000_000L);
    }
    List<Bucket> histogram =
        JmhDistributions.of(INFERENCE, sampled("call", buffer), Map.of(), WARMUP)
            .get(0)
            .histogram();
    assertThat(histogram).hasSizeBetween(100, 200);
    assertThat(histogram).extracting(Bucket::millis).isSorted();
    assertThat(histogram.stream().mapToLong(Bucket::count).sum()).isEqualTo(10_000);
    double sum = histogram.stream().mapToDouble(b -> b.millis() * b.count()).sum();
    assertThat(sum / 10_000).isCloseTo(5000.5, within(5000.5 * DIGITS));
  }

  private static SampleTimeResult sampled(String label, SampleBuffer buffer) {
    return new SampleTimeResult(ResultRole.PRIMARY, label, buffer, TimeUnit.MILLISECONDS);
  }

  private static Map<String, SampleTimeResult> byLabel(StageSamples samples) {
    Map<String, SampleTimeResult> results = new HashMap<>();
    samples.results().forEach(result -> results.put(result.getLabel(), result));
    return results;
  }
}
