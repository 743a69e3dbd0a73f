package io.github.segbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ResourceUse.Quantity;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.table.Table;
import io.github.segbench.report.table.TableFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LatencyTablesTest {
  private static final Percentiles PERCENTILES = new Percentiles(4, 5, 6, 8, 9, 3, 10);

  private static List<Entry> entries(TrialResult... trials) {
    RunResult result =
        new RunResult(
            "r",
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            "",
            "",
            new Environment("1", "", "", 2, 1, "", "", -1),
            Map.of(),
            List.of(trials));
    return Entries.of(List.of(new ReportInput(result, Path.of("."))));
  }

  private static TrialResult trial(String model, String data, LatencyResult latency) {
    TrialIdentity identity =
        new TrialIdentity(
            model,
            model,
            model,
            "f",
            null,
            null,
            2_500_000L,
            600_000L,
            2_000_000_000L,
            data,
            data,
            "val",
            null,
            "l",
            null,
            10,
            "onnxruntime",
            "1",
            "cpu",
            "fp32",
            "",
            null);
    return new TrialResult.Completed(identity, null, latency, List.of());
  }

  private static LatencyResult scenarios(ScenarioResult... scenarios) {
    return new LatencyResult(List.of(), List.of(scenarios), List.of(), null);
  }

  private static ScenarioResult server(@Nullable Double rate, double bound) {
    return new ScenarioResult(Scenario.SERVER, 8, 1, 2, 1, 300, 5, rate, PERCENTILES, bound);
  }

  private static LatencyDistribution timing(
      LatencyStage stage, LatencyMode mode, int threads, int batch, double score) {
    return new LatencyDistribution(
        stage,
        mode,
        threads,
        batch,
        score,
        null,
        mode == LatencyMode.SAMPLE ? PERCENTILES : null,
        5,
        List.of());
  }

  private static LatencyResult timings(LatencyDistribution... timings) {
    return LatencyResult.of(List.of(timings));
  }

  @Test
  void scenariosStandInColumnsAndAServerThatKeepsNoBoundHasADash() {
    ScenarioResult offline =
        new ScenarioResult(Scenario.OFFLINE, 8, 1, 2, 4, 64, 4, 128.0, null, null);
    List<Entry> entries =
        entries(
            trial("a", "d", scenarios(offline, server(61.5, 50))),
            trial("b", "d", scenarios(server(null, 50))),
            trial("none", "d", LatencyResult.NONE));
    Table table = ScenarioTables.scenarios(entries);

    assertThat(TableFormat.CSV.write(table))
        .isEqualTo(
            """
            model,offline_images_per_second,server_queries_per_second,server_bound_ms
            a,128,61.5,50
            b,,,50
            """);
    assertThat(table.text(1, 2)).isEqualTo("–");
  }

  @Test
  void ratesUnderDifferentBoundsAreNotSaidToBeBetter() {
    TrialResult slow = trial("a", "d", scenarios(server(60.0, 50)));
    Table same =
        ScenarioTables.scenarios(entries(slow, trial("b", "d", scenarios(server(70.0, 50)))));
    Table other =
        ScenarioTables.scenarios(entries(slow, trial("b", "d", scenarios(server(70.0, 90)))));
    Table elsewhere =
        ScenarioTables.scenarios(entries(slow, trial("b", "e", scenarios(server(70.0, 50)))));

    assertThat(same.isBest(1, 1)).isTrue();
    assertThat(other.isBest(1, 1)).isFalse();
    assertThat(elsewhere.columns().get(1).id()).isEqualTo("data");
    assertThat(elsewhere.isBest(1, 2)).isFalse();
  }

  @Test
  void queriesSayHowAScenarioWasMeasured() {
    assertThat(
            TableFormat.CSV.write(
                ScenarioTables.queries(entries(trial("a", "d", scenarios(server(60.0, 50)))))))
        .isEqualTo(
            """
            model,scenario,score,unit,bound_ms,images,images_per_query,threads,batch,queries,\
            seconds,p50_ms,p90_ms,p95_ms,p99_ms,p99_9_ms,max_ms
            a,server,60,queries/s,50,8,1,2,1,300,5,4,5,6,8,9,10
            """);
  }

  @Test
  void resourcesOfModelsThatHaveSome() {
    LatencyResult used =
        new LatencyResult(
            List.of(),
            List.of(),
            List.of(
                new ResourceUse(Quantity.PEAK_RSS, 2.5e8),
                new ResourceUse(Quantity.ACHIEVED_FLOPS, 1.5e11)),
            null);
    Table table =
        ResourceTable.of(entries(trial("a", "d", used), trial("b", "d", LatencyResult.NONE)));

    assertThat(TableFormat.TEXT.write(table))
        .endsWith(
            """
            Model  Peak RSS  Params  MACs  File  Achieved
                         MB       M     G    MB   GFLOP/s
            -----  --------  ------  ----  ----  --------
            a         250.0    0.60  2.00   2.5       150
            """);
  }

  @Test
  void conditionsLeaveOutWhatTheSystemDoesNotTell() {
    LatencyResult busy =
        new LatencyResult(
            List.of(timing(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1, 4)),
            List.of(),
            List.of(),
            new Conditions(
                new Conditions.State(0.5, 0.25, -1, List.of("powersave", "powersave")),
                new Conditions.State(1.5, 0.0, -1, List.of("performance"))));
    List<Entry> entries = entries(trial("a", "d", busy));

    assertThat(TableFormat.CSV.write(ConditionsTable.of(entries)))
        .isEqualTo(
            """
            model,load_before,busy_before,load_during,busy_during,governors
            a,0.5,0.25,1.5,0,powersave → performance
            """);
    assertThat(Warnings.of(entries))
        .containsExactly(
            "The machine was busy around the timings of 1 of 1 trial: others used up to 25.0% of"
                + " the processors and the host took up to 0.0%. Times may be too long.");
  }

  @Test
  void aQuietMachineIsNotWarnedOf() {
    Conditions.State quiet = new Conditions.State(0.5, 0.05, 0.01, List.of());
    LatencyResult measured =
        new LatencyResult(
            List.of(timing(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1, 4)),
            List.of(),
            List.of(),
            new Conditions(quiet, quiet));

    assertThat(Warnings.of(entries(trial("a", "d", measured)))).isEmpty();
  }

  @Test
  void firstCallsAreColumnsByStage() {
    // The stages of a process's start are not named here: any stage will do.
    List<Entry> entries =
        entries(
            trial("a", "d", timings(timing(LatencyStage.DECODE, LatencyMode.SAMPLE, 1, 1, 4))),
            trial("b", "d", timings(timing(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1, 4))));

    assertThat(
            TableFormat.CSV.write(
                FirstCallsTable.of(entries, stage -> stage == LatencyStage.DECODE)))
        .isEqualTo("model,decode_p50_ms,decode_max_ms\na,4,10\n");
    assertThat(FirstCallsTable.of(entries).rows()).isEmpty();
  }

  @Test
  void firstCallsOnDifferentDataAreNotSaidToBeBetter() {
    LatencyResult calls = timings(timing(LatencyStage.DECODE, LatencyMode.SAMPLE, 1, 1, 4));
    Table table =
        FirstCallsTable.of(
            entries(trial("a", "small", calls), trial("a", "large", calls)),
            stage -> stage == LatencyStage.DECODE);

    assertThat(table.columns().get(2).title()).isEqualTo("median");
    assertThat(table.isBest(0, 2)).isFalse();
  }

  @Test
  void stagesAreWordsForPeople() {
    assertThat(Arrays.stream(LatencyStage.values()).map(ReportTables::stageTitle))
        .contains("decode", "end to end");
  }

  @Test
  void throughputIsDrawnWhereSeveralThreadsOrBatchesWereMeasured() {
    TrialResult one =
        trial(
            "a",
            "d",
            timings(
                timing(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 1, 1, 100),
                timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 1, 8)));
    TrialResult several =
        trial(
            "b",
            "d",
            timings(
                timing(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 1, 1, 100),
                timing(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 2, 1, 180),
                timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 1, 8),
                timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 4, 20),
                timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 2, 4, 10)));

    assertThat(ModelCharts.threads(entries(one))).isEmpty();
    assertThat(ModelCharts.batches(entries(one))).isEmpty();
    assertThat(ModelCharts.threads(entries(several)).orElseThrow().lines().get(0).values())
        .isEqualTo(Map.of(1, 100.0, 2, 180.0));
    // 1 image in 8 ms is 125 a second; 4 in 20 ms are 200.
    assertThat(ModelCharts.batches(entries(several)).orElseThrow().lines().get(0).values())
        .isEqualTo(Map.of(1, 125.0, 4, 200.0));
  }
}
