package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.ScenarioConfig;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScenarioRunTest {
  private static final Duration TIME = Duration.ofMillis(10);

  private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();

  @Test
  void givesEveryScenarioThatIsAskedForInTheirOrder() {
    List<ScenarioResult> results =
        measure(settings(null, Scenario.SERVER, Scenario.OFFLINE, Scenario.SINGLE_STREAM));

    assertThat(results)
        .extracting(ScenarioResult::scenario)
        .containsExactly(Scenario.SINGLE_STREAM, Scenario.OFFLINE, Scenario.SERVER);
    ScenarioResult single = results.get(0);
    assertThat(single.images()).isEqualTo(5);
    assertThat(single.threads()).isEqualTo(1);
    assertThat(single.batch()).isEqualTo(1);
    assertThat(single.percentiles()).isNotNull();
    assertThat(single.score()).isEqualTo(single.percentiles().p90());
    ScenarioResult offline = results.get(1);
    assertThat(offline.threads()).isEqualTo(2);
    assertThat(offline.batch()).isEqualTo(3);
    assertThat(results.get(2).batch()).isEqualTo(1);
    assertThat(offline.percentiles()).isNull();
    assertThat(offline.score()).isEqualTo(offline.queries() / offline.seconds());
    // Ten times the median of the single images.
    assertThat(results.get(2).boundMillis())
        .isCloseTo(single.percentiles().p50() * 10, withinPercentage(1e-9));
  }

  /** Seven images for two threads: no more than four a thread, in batches of at most three. */
  @Test
  void multiStreamQueryIsSharedOutInBatches() {
    List<ScenarioResult> results = measure(settings(null, Scenario.MULTI_STREAM));

    assertThat(runs).contains("0+3", "3+3", "6+1").contains("0+1");
    ScenarioResult multi = results.get(0);
    assertThat(multi.batch()).isEqualTo(3);
    assertThat(multi.imagesPerQuery()).isEqualTo(7);
    assertThat(multi.percentiles()).isNotNull();
    assertThat(multi.score()).isEqualTo(multi.percentiles().p99());
    assertThat(multi.boundMillis()).isNull();
  }

  /** Without time, each load is put on once: the last batch of one image comes twice, not once. */
  @Test
  void warmUpGoesThroughTheBatchesOfMultiStreamQueries() {
    ScenarioConfig scenario =
        new ScenarioConfig(List.of(Scenario.MULTI_STREAM), Duration.ZERO, 7, null);
    LatencyConfig config =
        new BriefLatency(TIME).warmup(0, TIME).threads(2).batch(3).scenarios(scenario).config();
    measure(ScenarioSettings.of(config, 4));

    assertThat(runs).filteredOn("6+1"::equals).hasSize(2);
  }

  @Test
  void serverKeepsAGenerousBoundAtTheHighestRateThereIs() {
    List<ScenarioResult> results = measure(settings(Duration.ofSeconds(100), Scenario.SERVER));

    ScenarioResult server = results.get(0);
    assertThat(server.score()).isPositive();
    assertThat(server.boundMillis()).isEqualTo(100_000);
    assertThat(server.queries()).isPositive();
    assertThat(server.percentiles()).isNotNull();
    assertThat(ScenarioMeter.note(server)).isEmpty();
  }

  @Test
  void saysThatNoRateKeepsTheBound() {
    List<ScenarioResult> results = measure(settings(Duration.ZERO, Scenario.SERVER));

    ScenarioResult server = results.get(0);
    assertThat(server.score()).isNull();
    assertThat(server.percentiles()).isNull();
    assertThat(server.queries()).isZero();
    assertThat(ScenarioMeter.note(server).orElseThrow())
        .isEqualTo(
            "scenario server has no result: no rate was found at which p99 keeps the bound of"
                + " 0.0 ms");
  }

  @Test
  void takesTheMostThreadsAndTheLargestBatchThatTheNetworkTakes() {
    ScenarioSettings settings = settings(null, Scenario.OFFLINE);
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.batch()).isEqualTo(3);
    assertThat(ScenarioSettings.of(config(null).batch(8).config(), 3).batch()).isEqualTo(1);
  }

  private List<ScenarioResult> measure(ScenarioSettings settings) {
    try (Workers workers = new Workers(settings.threads())) {
      ImageWork work = (first, count) -> runs.add(first + "+" + count);
      return new ScenarioRun(settings, 5, work, workers).measure();
    }
  }

  private static ScenarioSettings settings(@Nullable Duration bound, Scenario... scenarios) {
    return ScenarioSettings.of(config(bound, scenarios).config(), 4);
  }

  private static BriefLatency config(@Nullable Duration bound, Scenario... scenarios) {
    return new BriefLatency(TIME)
        .images(5)
        .threads(1, 2)
        .batch(1, 3, 8)
        .scenarios(new ScenarioConfig(Arrays.asList(scenarios), TIME, 7, bound));
  }
}
