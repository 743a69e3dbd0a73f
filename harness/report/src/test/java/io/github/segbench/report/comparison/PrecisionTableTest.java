package io.github.segbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PrecisionTableTest {

  @Test
  void showsChangeAndSpeedUpAgainstFp32OfTheSameModel() {
    Table table =
        table(
                trial("unet", "cpu", "int8", 0.5, 4, 2),
                trial("fcn", "cpu", "fp32", 0.9, 1, 1),
                trial("unet", "cpu", "fp32", 0.75, 10, 8),
                trial("unet", "cpu", "fp16", 0.8125, 20, 16))
            .orElseThrow();

    // 0.8125 - 0.75 = 0.0625, 10 / 20 = 0.5, 8 / 16 = 0.5; 0.5 - 0.75, 10 / 4 = 2.5, 8 / 2 = 4.
    assertThat(TableFormat.CSV.write(table))
        .isEqualTo(
            """
            model,precision,mIoU,mIoU_low,mIoU_high,mIoU_change,file_bytes,\
            end_to_end_p50_ms,end_to_end_speedup,inference_p50_ms,inference_speedup
            unet (fp32),fp32,0.75,0.5,1,,1000,10,,8,
            unet (fp16),fp16,0.8125,0.5,1,0.0625,1000,20,0.5,16,0.5
            unet (int8),int8,0.5,0.5,1,-0.25,1000,4,2.5,2,4
            """);
    assertThat(table.name()).isEqualTo("precision-semantic");
    assertThat(table.text(1, 3)).isEqualTo("+6.25");
    assertThat(table.text(2, 3)).isEqualTo("-25.00");
    assertThat(table.text(2, 6)).isEqualTo("2.50×");
  }

  @Test
  void comparesNothingAcrossDevices() {
    Table table =
        table(
                trial("unet", "cpu", "fp32", 0.75, 10, 8),
                trial("unet", "cuda", "fp16", 0.75, 1, 1),
                trial("unet", "cuda", "int8", 0.75, 1, 1))
            .orElseThrow();

    // On cuda there is no fp32 to compare with, on cpu nothing else: no changes at all.
    assertThat(table.rows()).hasSize(2);
    assertThat(table.columns())
        .extracting(column -> column.id())
        .contains("inference_p50_ms")
        .doesNotContain("mIoU_change", "inference_speedup");
  }

  /** As where one backend stands twice, with one thread and with two. */
  @Test
  void guessesNoReferenceAmongSeveral() {
    Table table =
        table(
                trial("unet", "cpu", "fp32", 0.75, 10, 8),
                trial("unet", "cpu", "fp32", 0.75, 5, 4),
                trial("unet", "cpu", "int8", 0.5, 4, 2))
            .orElseThrow();

    assertThat(table.rows()).hasSize(3);
    assertThat(table.columns())
        .extracting(column -> column.id())
        .doesNotContain("end_to_end_speedup");
  }

  @Test
  void isLeftOutWhereEveryModelHasOnePrecision() {
    assertThat(
            table(
                trial("unet", "cpu", "fp32", 0.75, 10, 8),
                trial("fcn", "cpu", "int8", 0.75, 10, 8)))
        .isEmpty();
  }

  private static Optional<Table> table(TrialResult... trials) {
    RunResult result =
        new RunResult(
            "run",
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            "",
            "",
            new Environment("1", "", "", 2, 1, "", "", -1),
            Map.of(),
            List.of(trials));
    List<Entry> entries = Entries.of(List.of(new ReportInput(result, Path.of("."))));
    return PrecisionTable.of(Comparison.of(entries).get(0));
  }

  private static TrialResult trial(
      String model, String device, String precision, double miou, double total, double network) {
    TrialIdentity identity =
        new TrialIdentity(
            model + device + precision,
            model,
            model,
            "f",
            "onnx",
            null,
            1000L,
            null,
            null,
            "d",
            "d",
            "val",
            null,
            "l",
            null,
            10,
            "onnxruntime",
            "1",
            device,
            precision,
            "",
            null);
    Evaluation evaluation =
        new Evaluation(
            SegmentationTask.SEMANTIC,
            Convention.STANDARD,
            List.of(new MetricValue("mIoU", "all", miou, new Interval(0.5, 1), 10)),
            List.of(),
            null);
    return new TrialResult.Completed(
        identity,
        new AccuracyResult(List.of(), List.of(evaluation), 1, List.of(), List.of()),
        LatencyResult.of(
            List.of(
                timing(LatencyStage.END_TO_END, total), timing(LatencyStage.INFERENCE, network))),
        List.of());
  }

  private static LatencyDistribution timing(LatencyStage stage, double median) {
    Percentiles percentiles = new Percentiles(median, 0, 0, 0, 0, 0, 0);
    return new LatencyDistribution(
        stage, LatencyMode.SAMPLE, 1, 1, median, null, percentiles, 5, List.of());
  }
}
