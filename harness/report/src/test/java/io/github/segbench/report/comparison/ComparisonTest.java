package io.github.segbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.table.Table;
import io.github.segbench.report.table.TableFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "l",
          List.of(
              new Category(0, "sky", false, 0),
              new Category(1, "tree", false, 0),
              new Category(2, "cow", true, 0)),
          255);

  private static ReportInput run(String name, TrialResult... trials) {
    return run(name, -1, trials);
  }

  private static ReportInput run(String name, double load, TrialResult... trials) {
    return run(name, load, "", trials);
  }

  private static ReportInput run(String name, double load, String cpu, TrialResult... trials) {
    RunResult result =
        new RunResult(
            name,
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            "",
            "",
            new Environment("1", "", cpu, 2, 1, "", "", load),
            Map.of("l", LABELS),
            List.of(trials));
    return new ReportInput(result, Path.of("."));
  }

  private static TrialResult trial(
      String model, String data, String precision, double millis, Evaluation... evaluations) {
    TrialIdentity identity =
        new TrialIdentity(
            model,
            model,
            model.toUpperCase(Locale.ROOT),
            "f",
            null,
            null,
            2_500_000L,
            600_000L,
            null,
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
            precision,
            "",
            null);
    Percentiles percentiles = new Percentiles(millis, 0, 0, millis * 2, 0, 0, 0);
    return new TrialResult.Completed(
        identity,
        new AccuracyResult(List.of(), List.of(evaluations), 1, List.of(), List.of()),
        LatencyResult.of(
            List.of(
                timing(LatencyStage.END_TO_END, 1, percentiles),
                timing(LatencyStage.END_TO_END, 8, new Percentiles(99, 99, 99, 99, 99, 99, 99)))),
        List.of());
  }

  private static LatencyDistribution timing(
      LatencyStage stage, int batch, Percentiles percentiles) {
    return new LatencyDistribution(
        stage, LatencyMode.SAMPLE, 1, batch, 1, null, percentiles, 5, List.of());
  }

  private static Evaluation semantic(double miou, double low, double high) {
    return new Evaluation(
        SegmentationTask.SEMANTIC,
        Convention.STANDARD,
        List.of(
            new MetricValue("mIoU", "all", miou, new Interval(low, high), 10),
            new MetricValue("IoU", "cow", miou - 0.1, null, 10),
            new MetricValue("IoU", "sky", 0.9, null, 10),
            new MetricValue("IoU", "tree", null, null, 0)),
        List.of(),
        null);
  }

  private static Evaluation panoptic(double pq) {
    return panoptic("PQ", pq);
  }

  private static Evaluation panoptic(String metric, double value) {
    return new Evaluation(
        SegmentationTask.PANOPTIC,
        Convention.COCO_PANOPTIC,
        List.of(
            new MetricValue(metric, "all", value, null, 10),
            new MetricValue(metric, "things", value, null, 10),
            new MetricValue("PQ", "cow", 0.5, null, 10),
            new MetricValue(metric, "cow", value, null, 10)),
        List.of(),
        null);
  }

  @Test
  void aModelOfTwoTasksStandsInBothTablesTheBestFirst() {
    List<Comparison> comparisons =
        Comparison.of(
            Entries.of(
                List.of(
                    run(
                        "r",
                        trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85)),
                        trial(
                            "upsnet", "d", "fp32", 9, panoptic(0.6), semantic(0.9, 0.87, 0.95))))));

    assertThat(comparisons).extracting(Comparison::name).containsExactly("semantic", "panoptic");
    assertThat(comparisons.get(0).scored())
        .extracting(scored -> scored.entry().label())
        .containsExactly("UPSNET", "FCN");
    assertThat(comparisons.get(1).scored()).hasSize(1);
  }

  @Test
  void differentDataAreNeverInOneTable() {
    List<Comparison> comparisons =
        Comparison.of(
            Entries.of(
                List.of(
                    run(
                        "r",
                        trial("fcn", "camvid", "fp32", 2, semantic(0.8, 0.7, 0.85)),
                        trial("fcn", "Shapes 2", "fp32", 2, semantic(0.9, 0.87, 0.95))))));

    assertThat(comparisons)
        .extracting(Comparison::name)
        .containsExactly("semantic-camvid-val", "semantic-shapes-2-val");
    assertThat(comparisons).allMatch(c -> c.scored().get(0).entry().series() == 0);
  }

  @Test
  void differentContentOfOneDataSetIsNotInOneTable() {
    TrialResult small = trial("fcn", "shapes", "fp32", 2, semantic(0.8, 0.7, 0.85));
    TrialResult large =
        withFingerprint("ab", trial("unet", "shapes", "fp32", 2, semantic(0.9, 0.87, 0.95)));

    assertThat(Comparison.of(Entries.of(List.of(run("r", small, large)))))
        .extracting(Comparison::name)
        .containsExactly("semantic", "semantic-2");
  }

  @Test
  void modelsThatAreScoredOnOtherCategoriesAreNotInOneTable() {
    TrialResult all = trial("fcn", "shapes", "fp32", 2, semantic(0.8, 0.7, 0.85));
    TrialResult some = trial("unet", "shapes", "fp32", 2, semantic(0.9, 0.87, 0.95));
    AccuracyResult accuracy = some.accuracy().orElseThrow();
    TrialResult partial =
        new TrialResult.Completed(
            some.identity(),
            new AccuracyResult(
                accuracy.imageIds(), accuracy.evaluations(), 1, List.of(), List.of("tree")),
            some.latency(),
            List.of());

    assertThat(Comparison.of(Entries.of(List.of(run("r", all, partial)))))
        .extracting(Comparison::name, Comparison::data)
        .containsExactly(
            tuple("semantic", "shapes val (10 images)"),
            tuple("semantic-2", "shapes val (10 images) without 1 category"));
  }

  private static TrialResult withFingerprint(String fingerprint, TrialResult trial) {
    TrialIdentity i = trial.identity();
    return new TrialResult.Completed(
        new TrialIdentity(
            i.id(),
            i.modelId(),
            i.modelName(),
            i.family(),
            i.modelFormat(),
            i.modelSha256(),
            i.modelBytes(),
            i.parameters(),
            i.macs(),
            i.datasetId(),
            i.datasetName(),
            i.split(),
            i.subset(),
            i.labelSet(),
            fingerprint,
            i.images(),
            i.backend(),
            i.backendVersion(),
            i.device(),
            i.precision(),
            i.preprocessing(),
            i.postprocessing()),
        trial.accuracy().orElseThrow(),
        trial.latency(),
        List.of());
  }

  @Test
  void labelsSayWhatDiffersAndNothingElse() {
    List<Entry> entries =
        Entries.of(
            List.of(
                run(
                    "r",
                    trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85)),
                    trial("fcn", "d", "fp16", 2, semantic(0.8, 0.7, 0.85)))));

    assertThat(entries).extracting(Entry::label).containsExactly("FCN (fp32)", "FCN (fp16)");
  }

  @Test
  void trialsOfSeveralRunsAreNamedByTheirRunOrItsStart() {
    TrialResult trial = trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85));

    assertThat(Entries.of(List.of(run("old", trial), run("new", trial), run("new", trial))))
        .extracting(Entry::label)
        .containsExactly("FCN (old)", "FCN (01-01 00:00)", "FCN (01-01 00:00) #2");
  }

  @Test
  void leaderboardHasTheLatencyOfSingleImagesAndNoEmptyColumns() {
    Comparison comparison =
        Comparison.of(
                Entries.of(
                    List.of(run("r", trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85))))))
            .get(0);
    Table table = ReportTables.leaderboard(comparison);

    assertThat(TableFormat.CSV.write(table))
        .isEqualTo(
            """
            model,mIoU,mIoU_low,mIoU_high,end_to_end_p50_ms,end_to_end_p99_ms,parameters,file_bytes
            FCN,0.8,0.7,0.85,2,4,600000,2500000
            """);
    assertThat(table.caption()).contains("d val (10 images), convention standard.");
    assertThat(
            ReportTables.latency(Entries.of(List.of(comparison.scored().get(0).entry().run())))
                .caption())
        .endsWith("The times of a batch are those of all its images together.");
  }

  @Test
  void aModelThatAnotherBeatsInAccuracyAndLatencyIsMarked() {
    Table table =
        ReportTables.leaderboard(
            Comparison.of(
                    Entries.of(
                        List.of(
                            run(
                                "r",
                                trial("fast", "d", "fp32", 2, semantic(0.8, 0.7, 0.85)),
                                trial("good", "d", "fp32", 7, semantic(0.9, 0.8, 0.95)),
                                trial("same", "d", "fp32", 7, semantic(0.9, 0.8, 0.95)),
                                trial("worse", "d", "fp32", 7, semantic(0.85, 0.8, 0.9)),
                                trial("slow", "d", "fp32", 9, semantic(0.8, 0.7, 0.85))))))
                .get(0));

    // "good" and "same" are equal, so neither beats the other.
    assertThat(table.rows()).hasSize(5);
    assertThat(IntStream.range(0, 5).mapToObj(row -> table.text(row, 0) + table.note(row, 0)))
        .containsExactly("GOOD", "SAME", "WORSE †beaten by GOOD", "FAST", "SLOW †beaten by GOOD");
    assertThat(table.caption())
        .contains(
            "† another model is at least as accurate and as fast in the median, and better in one"
                + " of the two.");
  }

  @Test
  void nothingIsMarkedWhereTimesAreMissing() {
    TrialResult timed = trial("good", "d", "fp32", 7, semantic(0.9, 0.8, 0.95));
    TrialResult other = trial("bad", "d", "fp32", 9, semantic(0.8, 0.7, 0.85));
    TrialResult untimed =
        new TrialResult.Completed(
            other.identity(), other.accuracy().orElseThrow(), LatencyResult.NONE, List.of());
    Table table =
        ReportTables.leaderboard(
            Comparison.of(Entries.of(List.of(run("r", timed, untimed)))).get(0));

    assertThat(table.text(1, 0)).isEqualTo("BAD");
    assertThat(table.caption()).doesNotContain("†");
  }

  @Test
  void metricsOfThingsAndStuffAreRowsOfTheirOwn() {
    Comparison comparison =
        Comparison.of(
                Entries.of(
                    List.of(
                        run("r", trial("upsnet", "d", "fp32", 9, panoptic("boundaryPQ", 0.625))))))
            .get(0);

    assertThat(TableFormat.CSV.write(MetricTables.overall(comparison)))
        .isEqualTo(
            """
            metric,UPSNET,UPSNET_low,UPSNET_high
            boundaryPQ,0.625,,
            boundaryPQ of things,0.625,,
            """);
    assertThat(TableFormat.CSV.write(MetricTables.byCategory(comparison)))
        .isEqualTo("model,category,boundaryPQ\nUPSNET,cow,0.625\n");
  }

  @Test
  void panopticQualityStandsInOneTableAlone() {
    Comparison comparison =
        Comparison.of(
                Entries.of(List.of(run("r", trial("upsnet", "d", "fp32", 9, panoptic(0.625))))))
            .get(0);

    assertThat(MetricTables.overall(comparison).rows()).isEmpty();
    assertThat(MetricTables.byCategory(comparison).rows()).isEmpty();
    assertThat(PanopticTable.of(comparison).orElseThrow().rows()).isNotEmpty();
  }

  @Test
  void categoriesStandInTheLabelSetsOrderWithoutMeansAndUndefinedOnes() {
    List<Entry> entries =
        Entries.of(
            List.of(
                run("r", trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85), panoptic(0.5)))));
    List<Comparison> comparisons = Comparison.of(entries);

    assertThat(comparisons.get(0).categories()).containsExactly("sky", "cow");
    assertThat(comparisons.get(1).categories()).containsExactly("cow");
    assertThat(TableFormat.CSV.write(ReportTables.categories(comparisons.get(0))))
        .isEqualTo("category,FCN,FCN_low,FCN_high\nsky,0.9,,\ncow,0.7000000000000001,,\n");
  }

  @Test
  void captionsPromiseIntervalsOnlyWhereThereAreAny() {
    List<Comparison> comparisons =
        Comparison.of(
            Entries.of(
                List.of(
                    run(
                        "r",
                        trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.85), panoptic(0.5))))));

    assertThat(ReportTables.categories(comparisons.get(0)).caption())
        .isEqualTo("IoU of each category on d val (10 images), with 95% intervals.");
    assertThat(ReportTables.categories(comparisons.get(1)).caption())
        .isEqualTo("PQ of each category on d val (10 images).");
  }

  @Test
  void answerNamesTheWinnersAndAdmitsOverlap() {
    List<Entry> entries =
        Entries.of(
            List.of(
                run(
                    "r",
                    trial("fcn", "d", "fp32", 2, semantic(0.8, 0.7, 0.88)),
                    trial("unet", "d", "fp32", 9, semantic(0.9, 0.87, 0.95)))));

    assertThat(Answer.of(entries, Comparison.of(entries)))
        .containsExactly(
            new Statement(
                "UNET",
                " is the most accurate in semantic segmentation: mIoU 90.0% [87.0, 95.0], ahead of"
                    + " FCN with 80.0% [70.0, 88.0] (the intervals overlap)."),
            new Statement(
                "FCN",
                " is the fastest: 2.00 ms from image file to segmentation in the median, 4.00 ms at"
                    + " the 99th percentile."));
  }

  @Test
  void answerNamesBothWhereTwoReadAlike() {
    // 0.9002 and 0.9001 are both shown as 90.0: the table marks both as the best.
    List<Entry> entries =
        Entries.of(
            List.of(
                run(
                    "r",
                    trial("fcn", "d", "fp32", 2, semantic(0.9001, 0.88, 0.92)),
                    trial("unet", "d", "fp32", 9, semantic(0.9002, 0.87, 0.95)))));

    assertThat(Answer.of(entries, Comparison.of(entries)).get(0))
        .isEqualTo(
            new Statement(
                "UNET",
                " and FCN are the most accurate in semantic segmentation: mIoU 90.0% [87.0, 95.0]"
                    + " and 90.0% [88.0, 92.0]."));
  }

  @Test
  void chartsOfSeveralDataSetsTellThemApart() {
    List<Entry> entries =
        Entries.of(
            List.of(
                run("r", trial("unet", "small", "fp32", 3), trial("unet", "large", "fp32", 9))));

    assertThat(ModelCharts.latencies(entries).orElseThrow().bars())
        .extracting(bar -> bar.name())
        .containsExactly("UNET on small val", "UNET on large val");
    assertThat(ReportCharts.latencies(entries).orElseThrow().rows())
        .extracting(row -> row.name())
        .containsExactly("UNET on small val", "UNET on large val");
    assertThat(ReportTables.latency(entries).columns().get(1).id()).isEqualTo("data");
  }

  @Test
  void warnsOfTimesFromSeveralMachines() {
    ReportInput here = run("here", 0, "A", trial("fcn", "d", "fp32", 2));
    ReportInput there = run("there", 0, "B", trial("fcn", "d", "fp32", 2));

    assertThat(Warnings.of(Entries.of(List.of(here, there))))
        .containsExactly(
            "The times come from 2 machines (A, 2 cores; B, 2 cores): they compare those as well as"
                + " the models.");
    assertThat(Warnings.of(Entries.of(List.of(here, here)))).isEmpty();
  }

  @Test
  void answerComparesNoTimesOfDifferentData() {
    List<Entry> entries =
        Entries.of(
            List.of(
                run(
                    "r",
                    trial("fcn", "small", "fp32", 2),
                    trial("unet", "small", "fp32", 3),
                    trial("unet", "large", "fp32", 9))));

    assertThat(Answer.of(entries, List.of()))
        .containsExactly(
            new Statement(
                "FCN",
                " is the fastest on small val (10 images): 2.00 ms from image file to segmentation"
                    + " in the median, 4.00 ms at the 99th percentile."),
            new Statement(
                "UNET",
                " on large val (10 images) takes 9.00 ms from image file to segmentation in the"
                    + " median, 18.0 ms at the 99th percentile."));
  }

  @Test
  void warnsOfTimesFromABusyMachine() {
    ReportInput busy = run("busy", 3.04, trial("fcn", "d", "fp32", 2));
    ReportInput full = run("full", 2, trial("fcn", "d", "fp32", 2));

    assertThat(Warnings.of(Entries.of(List.of(busy))))
        .containsExactly(
            "In the minute before the run the machine had a load of 3.0 on 2 cores: if that went"
                + " on, the times are too long.");
    assertThat(Warnings.of(Entries.of(List.of(full)))).isEmpty();
  }

  @Test
  void postProcessorsAreAStageOnlyWhereThereAreSome() {
    TrialResult plain = staged(LatencyStage.POSTPROCESS);
    TrialResult refined = staged(LatencyStage.POSTPROCESS, LatencyStage.REFINE);

    assertThat(layers(plain)).containsExactly("postprocess");
    assertThat(layers(refined, plain)).containsExactly("postprocess", "refine");
  }

  private static List<String> layers(TrialResult... trials) {
    return ReportCharts.stages(Entries.of(List.of(run("r", trials))))
        .orElseThrow()
        .layers()
        .stream()
        .map(layer -> layer.name())
        .toList();
  }

  private static TrialResult staged(LatencyStage... stages) {
    TrialResult plain = trial("m", "d", "fp32", 2);
    Percentiles percentiles = new Percentiles(1, 1, 1, 1, 1, 1, 1);
    return new TrialResult.Completed(
        plain.identity(),
        plain.accuracy().orElseThrow(),
        LatencyResult.of(
            Arrays.stream(stages).map(stage -> timing(stage, 1, percentiles)).toList()),
        List.of());
  }

  @Test
  void chartsAreLeftOutWhereNothingWasMeasured() {
    List<Entry> entries =
        Entries.of(List.of(run("r", new TrialResult.Skipped(identity(), "no reason"))));

    assertThat(Comparison.of(entries)).isEmpty();
    assertThat(ReportCharts.latencies(entries)).isEmpty();
    assertThat(ReportCharts.stages(entries)).isEmpty();
    assertThat(Answer.of(entries, List.of()))
        .containsExactly(new Statement("", "Of 1 trial, 1 was skipped and 0 failed."));
  }

  private static TrialIdentity identity() {
    return trial("fcn", "d", "fp32", 2).identity();
  }
}
