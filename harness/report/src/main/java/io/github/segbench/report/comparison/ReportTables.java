package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The tables of a report. Columns in which no row has a value are left out. */
public final class ReportTables {
  private static final String END_TO_END = "End to end";
  private static final String INFERENCE = "Inference";

  private ReportTables() {}

  /** A row for each model of a comparison: accuracy, latency, size. */
  public static Table leaderboard(Comparison comparison) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("model", "Model"));
    Headline headline = comparison.headline();
    columns.add(accuracy(headline.metric(), true));
    headline.others().forEach(metric -> columns.add(accuracy(metric, false)));
    columns.add(Column.millis("end_to_end_p50_ms", END_TO_END, "p50"));
    columns.add(Column.millis("end_to_end_p99_ms", END_TO_END, "p99"));
    columns.add(throughput());
    columns.add(Column.millis("inference_p50_ms", INFERENCE, "p50"));
    columns.add(smaller("peak_rss_bytes", "Memory", "MB", Quantity.MEGABYTES));
    columns.add(smaller("parameters", "Params", "M", Quantity.MILLIONS));
    columns.add(smaller("file_bytes", "File", "MB", Quantity.MEGABYTES));
    Dominance dominance = new Dominance(comparison);
    List<List<Cell>> rows = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      List<Cell> row = new ArrayList<>();
      row.add(model(scored, dominance));
      row.add(Cell.of(scored.overall(headline.metric())));
      headline.others().forEach(metric -> row.add(Cell.of(scored.overall(metric))));
      Timings timings = scored.entry().timings();
      row.add(percentile(timings, LatencyStage.END_TO_END, Percentiles::p50));
      row.add(percentile(timings, LatencyStage.END_TO_END, Percentiles::p99));
      row.add(Cell.of(timings.throughput().map(LatencyDistribution::score).orElse(null)));
      row.add(percentile(timings, LatencyStage.INFERENCE, Percentiles::p50));
      row.add(ResourceTable.use(scored.entry(), ResourceUse.Quantity.PEAK_RSS));
      TrialIdentity identity = scored.entry().identity();
      row.add(Cell.of(identity.parameters()));
      row.add(Cell.of(identity.modelBytes()));
      rows.add(row);
    }
    return new Table("leaderboard-" + comparison.name(), caption(comparison), columns, rows)
        .withoutEmptyColumns();
  }

  private static Cell model(Scored scored, Dominance dominance) {
    String label = scored.entry().label();
    return dominance
        .beats(scored)
        .map(other -> Cell.noted(label, "beaten by " + other.entry().label()))
        .orElseGet(() -> Cell.of(label));
  }

  /** A row for each category of a comparison, a column for each model. */
  public static Table categories(Comparison comparison) {
    String metric = comparison.headline().categoryMetric();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("category", "Category"));
    for (Scored scored : comparison.scored()) {
      String label = scored.entry().label();
      columns.add(Column.percent(label, "", label, true));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String category : comparison.categories()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(category));
      for (Scored scored : comparison.scored()) {
        row.add(Cell.of(scored.evaluation().value(metric, category)));
      }
      rows.add(row);
    }
    String caption =
        metric
            + " of each category on "
            + comparison.data()
            + (comparison.hasIntervals() ? ", with 95% intervals." : ".");
    return new Table("categories-" + comparison.name(), caption, columns, rows, Table.Best.OF_ROW);
  }

  /** A row for each timing. */
  public static Table latency(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    columns.add(Column.text("stage", "Stage"));
    columns.add(plain("threads", "Threads", "", Quantity.COUNT));
    columns.add(plain("batch", "Batch", "", Quantity.COUNT));
    columns.add(neutral("mean_ms", "mean"));
    columns.add(neutral("error_ms", "± 99.9%"));
    for (String percentile : List.of("p50", "p90", "p95", "p99", "p99.9", "min", "max")) {
      columns.add(neutral(percentile.replace('.', '_') + "_ms", percentile));
    }
    columns.add(plain("images_per_second", "Throughput", "images/s", Quantity.RATE));
    columns.add(plain("samples", "Samples", "", Quantity.COUNT));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      entry
          .trial()
          .latency()
          .timings()
          .forEach(timing -> rows.add(latencyRow(names.cells(entry), timing)));
    }
    boolean batches =
        entries.stream()
            .flatMap(entry -> entry.trial().latency().timings().stream())
            .anyMatch(timing -> timing.batch() > 1);
    String caption =
        "All timings. The error is half of JMH's 99.9% interval of the mean; percentiles are of all"
            + " samples."
            + (batches ? " The times of a batch are those of all its images together." : "");
    return new Table("latency", caption, columns, rows).withoutEmptyColumns();
  }

  /** A row for each trial: what exactly was measured. */
  public static Table trials(List<Entry> entries) {
    List<Column> columns =
        List.of(
            Column.text("model", "Model"),
            Column.text("family", "Family"),
            Column.text("data", "Data"),
            Column.text("backend", "Backend"),
            Column.text("preprocessing", "Preprocessing"),
            Column.text("postprocessing", "Post-processing"),
            plain("macs", "MACs", "M", Quantity.MILLIONS),
            Column.text("model_sha256", "Model sha256"),
            Column.text("dataset_fingerprint", "Data fingerprint"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      TrialIdentity identity = entry.identity();
      rows.add(
          List.of(
              Cell.of(entry.label()),
              Cell.of(identity.family()),
              Cell.of(Comparison.data(identity)),
              Cell.of(
                  String.join(
                          " ",
                          identity.backend(),
                          identity.backendVersion(),
                          identity.device(),
                          identity.precision())
                      .strip()),
              Cell.of(identity.preprocessing()),
              Cell.of(postprocessing(identity)),
              Cell.of(identity.macs()),
              Cell.of(hash(identity.modelSha256())),
              Cell.of(hash(identity.datasetFingerprint()))));
    }
    String caption = "What exactly was measured; hashes are cut to their first twelve digits.";
    return new Table("trials", caption, columns, rows).withoutEmptyColumns();
  }

  private static String postprocessing(TrialIdentity identity) {
    String chain = identity.postprocessing();
    return chain == null ? Table.ABSENT : chain;
  }

  private static String hash(@Nullable String sha256) {
    return sha256 == null ? Table.ABSENT : sha256.substring(0, Math.min(12, sha256.length()));
  }

  private static List<Cell> latencyRow(List<Cell> names, LatencyDistribution timing) {
    boolean timed = timing.mode() != LatencyMode.THROUGHPUT;
    Optional<Percentiles> percentiles = Optional.ofNullable(timing.percentiles());
    List<Cell> row = new ArrayList<>(names);
    row.add(Cell.of(stageTitle(timing.stage())));
    row.add(Cell.of(timing.threads()));
    row.add(Cell.of(timing.batch()));
    row.add(Cell.of(timed ? timing.score() : null));
    row.add(Cell.of(timed ? timing.error() : null));
    List<ToDoubleFunction<Percentiles>> getters =
        List.of(
            Percentiles::p50,
            Percentiles::p90,
            Percentiles::p95,
            Percentiles::p99,
            Percentiles::p999,
            Percentiles::min,
            Percentiles::max);
    getters.forEach(
        getter -> row.add(Cell.of(percentiles.map(getter::applyAsDouble).orElse(null))));
    row.add(Cell.of(timed ? null : timing.score()));
    row.add(Cell.of(timing.samples()));
    return row;
  }

  static String stageTitle(LatencyStage stage) {
    return words(stage.id());
  }

  /** Such as {@code end to end} for {@code endToEnd}. */
  static String words(String id) {
    return id.replaceAll("(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
  }

  private static String caption(Comparison comparison) {
    return comparison.taskTitle()
        + " on "
        + comparison.data()
        + ", convention "
        + comparison.convention().id()
        + "."
        + (comparison.hasIntervals() ? " In brackets: 95% bootstrap interval over images." : "")
        + throughputThreads(comparison)
        + memory(comparison)
        + beaten(comparison);
  }

  private static String memory(Comparison comparison) {
    boolean known =
        comparison.scored().stream()
            .flatMap(scored -> scored.entry().trial().latency().resources().stream())
            .anyMatch(use -> use.quantity() == ResourceUse.Quantity.PEAK_RSS);
    return known ? " Memory is the peak RSS of a process that runs the model." : "";
  }

  private static String beaten(Comparison comparison) {
    return new Dominance(comparison).occurs()
        ? " "
            + Table.DAGGER
            + " another model is at least as accurate and as fast in the median, and better in one"
            + " of the two."
        : "";
  }

  private static String throughputThreads(Comparison comparison) {
    IntSummaryStatistics threads =
        comparison.scored().stream()
            .flatMap(scored -> scored.entry().timings().throughput().stream())
            .mapToInt(LatencyDistribution::threads)
            .summaryStatistics();
    if (threads.getCount() == 0) {
      return "";
    }
    String most = threads.getMax() + (threads.getMax() == 1 ? " thread" : " threads");
    return " Throughput with "
        + (threads.getMin() == threads.getMax() ? "" : "up to ")
        + most
        + ".";
  }

  private static Cell percentile(
      Timings timings, LatencyStage stage, ToDoubleFunction<Percentiles> getter) {
    return Cell.of(timings.percentiles(stage).map(getter::applyAsDouble).orElse(null));
  }

  private static Column accuracy(String metric, boolean interval) {
    return Column.percent(metric, "Accuracy", Headline.title(metric), interval);
  }

  private static Column throughput() {
    return new Column(
        "images_per_second",
        END_TO_END,
        "Throughput",
        "images/s",
        Quantity.RATE,
        Better.HIGHER,
        false);
  }

  private static Column smaller(String id, String title, String unit, Quantity quantity) {
    return new Column(id, "", title, unit, quantity, Better.LOWER, false);
  }

  private static Column neutral(String id, String title) {
    return plain(id, title, "ms", Quantity.MILLIS);
  }

  private static Column plain(String id, String title, String unit, Quantity quantity) {
    return Column.plain(id, "", title, unit, quantity);
  }
}
