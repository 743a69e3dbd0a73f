package io.github.segbench.report.html;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.chart.ConfusionChart;
import io.github.segbench.report.chart.Picture;
import io.github.segbench.report.comparison.Answer;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.comparison.Entries;
import io.github.segbench.report.comparison.Entry;
import io.github.segbench.report.comparison.ParityTable;
import io.github.segbench.report.comparison.PrecisionTable;
import io.github.segbench.report.comparison.ReportCharts;
import io.github.segbench.report.comparison.ReportTables;
import io.github.segbench.report.html.Page.Fact;
import io.github.segbench.report.html.Page.Remark;
import io.github.segbench.report.html.Page.RunView;
import io.github.segbench.report.html.Page.TaskView;
import io.github.segbench.report.html.Page.Version;
import io.github.segbench.report.table.Table;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out a report: which tables and figures there are, and what stands in them. */
final class PageBuilder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double GIBIBYTE = 1L << 30;

  private final List<ReportInput> runs;
  private final List<Entry> entries;
  private final List<Comparison> comparisons;
  private final Map<String, Picture> pictures = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();

  PageBuilder(List<ReportInput> runs) {
    this.runs = List.copyOf(runs);
    this.entries = Entries.of(runs);
    this.comparisons = Comparison.of(entries);
  }

  /** The figures of the built page by name. */
  Map<String, Picture> pictures() {
    return pictures;
  }

  String description(String picture) {
    return descriptions.getOrDefault(picture, picture);
  }

  /** The tables of the built page. */
  List<Table> tables() {
    return tables;
  }

  Page build() {
    List<RunResult> results = runs.stream().map(ReportInput::result).toList();
    return new Page(
        results.stream().map(RunResult::name).distinct().collect(Collectors.joining(" and ")),
        results.stream().map(RunResult::description).filter(d -> !d.isBlank()).distinct().toList(),
        comparisons.stream().map(Comparison::data).distinct().toList(),
        Answer.of(entries, comparisons),
        comparisons.stream().map(this::task).toList(),
        comparisons.stream().flatMap(c -> PrecisionTable.of(c).stream()).map(this::view).toList(),
        figures(
            "latency",
            ReportCharts.latencies(entries).map(c -> c.draw()),
            "Distribution of the latency end to end of each model."),
        figures(
            "stages",
            ReportCharts.stages(entries).map(c -> c.draw()),
            "Median time of each stage of each model, stacked."),
        Stream.of(ReportTables.latency(entries))
            .filter(table -> !table.rows().isEmpty())
            .map(this::view)
            .toList(),
        Stream.of(ParityTable.of(results.stream().flatMap(r -> r.parity().stream()).toList()))
            .filter(table -> !table.rows().isEmpty())
            .map(this::view)
            .toList(),
        comparisons.stream().flatMap(c -> GalleryBuilder.of(c).stream()).toList(),
        remarks(),
        runs.stream().map(PageBuilder::run).toList(),
        view(ReportTables.trials(entries)),
        new Version(
            results.stream()
                .map(r -> r.environment().segbenchVersion())
                .distinct()
                .collect(Collectors.joining(", "))));
  }

  private TaskView task(Comparison comparison) {
    String metric = comparison.headline().metric();
    String name = comparison.name();
    return new TaskView(
        name,
        comparison.taskTitle() + convention(comparison),
        comparison.data(),
        comparison.convention().id(),
        metric,
        comparison.headline().categoryMetric(),
        comparison.hasIntervals(),
        view(ReportTables.leaderboard(comparison)),
        figures(
            "accuracy-latency-" + name,
            ReportCharts.accuracyAgainstLatency(comparison).map(c -> c.draw()),
            comparison.taskTitle() + ": " + metric + " of each model against its median latency."),
        figures(
            "categories-" + name,
            ReportCharts.categories(comparison).map(c -> c.draw()),
            comparison.headline().categoryMetric() + " of each category and model."),
        view(ReportTables.categories(comparison)),
        ReportCharts.MOST_CATEGORIES,
        comparison.task() == SegmentationTask.SEMANTIC ? confusions(comparison) : List.of());
  }

  private List<FigureView> confusions(Comparison comparison) {
    List<FigureView> figures = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      Optional<ConfusionCounts> counts = scored.evaluation().confusion();
      if (counts.isPresent()) {
        String label = scored.entry().label();
        figures.add(
            figure(
                "confusion-" + comparison.name() + "-" + (figures.size() + 1),
                label,
                "Confusion matrix of " + label + ", each row sums to 100%.",
                new ConfusionChart(counts.get()).draw()));
      }
    }
    return figures;
  }

  private List<FigureView> figures(String name, Optional<Picture> picture, String description) {
    return picture.map(p -> figure(name, "", description, p)).stream().toList();
  }

  private FigureView figure(String name, String title, String description, Picture picture) {
    pictures.put(name, picture);
    descriptions.put(name, description);
    return FigureView.of(name, title, description, picture);
  }

  private TableView view(Table table) {
    if (!table.rows().isEmpty()) {
      tables.add(table);
    }
    return TableView.of(table);
  }

  private List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    for (Entry entry : entries) {
      TrialIdentity identity = entry.identity();
      String name =
          entry.label() + " on " + (identity.datasetName() + " " + identity.split()).strip();
      TrialResult trial = entry.trial();
      if (trial instanceof TrialResult.Skipped skipped) {
        remarks.add(new Remark(name, "skipped", skipped.reason()));
      } else if (trial instanceof TrialResult.Failed failed) {
        remarks.add(new Remark(name, "failed", failed.phase().id() + ": " + failed.message()));
      } else if (trial instanceof TrialResult.Completed completed) {
        completed.notes().forEach(note -> remarks.add(new Remark(name, "note", note)));
      }
    }
    return remarks;
  }

  private static RunView run(ReportInput input) {
    RunResult result = input.result();
    Environment environment = result.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", TIME.format(result.started())));
    facts.add(new Fact("Took", took(Duration.between(result.started(), result.finished()))));
    facts.add(new Fact("CPU", environment.cpu() + ", " + environment.cores() + " cores"));
    facts.add(
        new Fact(
            "Memory",
            String.format(Locale.ROOT, "%.1f GiB", environment.memoryBytes() / GIBIBYTE)));
    facts.add(new Fact("System", environment.os()));
    facts.add(new Fact("Java", environment.jvm()));
    facts.add(new Fact("Backends", backends(result)));
    if (environment.loadAverage() >= 0) {
      facts.add(
          new Fact(
              "Load at the start",
              String.format(
                  Locale.ROOT,
                  "%.2f on %d cores",
                  environment.loadAverage(),
                  environment.cores())));
    }
    String commit = environment.commit().isEmpty() ? "" : " (" + environment.commit() + ")";
    facts.add(new Fact("segbench", environment.segbenchVersion() + commit));
    return new RunView(
        result.name(), TIME.format(result.started()), result.command(), result.configYaml(), facts);
  }

  /** Named where it is not the task's default, so that two of one task are told apart. */
  private static String convention(Comparison comparison) {
    Convention convention = comparison.convention();
    return convention == Convention.of(comparison.task()).get(0)
        ? ""
        : ", convention " + convention.id();
  }

  private static String backends(RunResult result) {
    return result.trials().stream()
        .map(TrialResult::identity)
        .map(PageBuilder::backend)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Stored predictions have neither version nor device nor precision. */
  private static String backend(TrialIdentity identity) {
    return Stream.of(
            (identity.backend() + " " + identity.backendVersion()).strip(),
            identity.device(),
            identity.precision())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String took(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
