package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The file {@code latency.csv}: one row for each timing of a trial. */
final class LatencyCsv {
  private static final List<String> HEADER =
      CsvTable.joined(
          List.of("trial", "model", "backend", "device", "precision", "stage", "mode"),
          List.of("threads", "batch", "unit", "score", "error"),
          PercentileColumns.titles(),
          List.of("samples", "warmup_s", "settled"));

  private LatencyCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial.latency().timings().forEach(timing -> write(table, trial.identity(), timing));
    }
    return table.toString();
  }

  private static void write(CsvTable table, TrialIdentity trial, LatencyDistribution timing) {
    Warmup warmup = timing.warmup();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.addAll(
        Arrays.asList(
            trial.id(),
            trial.modelId(),
            trial.backend(),
            trial.device(),
            trial.precision(),
            timing.stage().id(),
            timing.mode().id(),
            timing.threads(),
            timing.batch(),
            timing.mode().unit(),
            timing.score(),
            timing.error()));
    cells.addAll(PercentileColumns.cells(timing.percentiles()));
    cells.add(timing.samples());
    cells.add(warmup == null ? null : warmup.seconds());
    cells.add(warmup == null ? null : warmup.settled());
    table.row(cells.toArray());
  }

  /**
   * @param histogram which the file does not have
   */
  static LatencyDistribution read(CSVRecord row, List<Bucket> histogram) {
    return new LatencyDistribution(
        stage(row),
        mode(row),
        Integer.parseInt(row.get("threads")),
        Integer.parseInt(row.get("batch")),
        Double.parseDouble(row.get("score")),
        CsvTable.number(row, "error"),
        PercentileColumns.read(row),
        Long.parseLong(row.get("samples")),
        histogram,
        warmup(row));
  }

  /** Null for older files, which do not have the columns. */
  private static @Nullable Warmup warmup(CSVRecord row) {
    if (!row.isMapped("warmup_s") || row.get("warmup_s").isEmpty()) {
      return null;
    }
    return new Warmup(
        Double.parseDouble(row.get("warmup_s")), Boolean.parseBoolean(row.get("settled")));
  }

  static LatencyStage stage(CSVRecord row) {
    return LatencyStage.named(row.get("stage"))
        .orElseThrow(() -> new IllegalArgumentException("unknown stage " + row.get("stage")));
  }

  static LatencyMode mode(CSVRecord row) {
    return LatencyMode.named(row.get("mode"))
        .orElseThrow(() -> new IllegalArgumentException("unknown mode " + row.get("mode")));
  }
}
