package io.github.segbench.report.html;

import io.github.segbench.api.segmentation.SegmentationTask;
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
import io.github.segbench.report.comparison.ConditionsTable;
import io.github.segbench.report.comparison.Entries;
import io.github.segbench.report.comparison.Entry;
import io.github.segbench.report.comparison.FirstCallsTable;
import io.github.segbench.report.comparison.MetricTables;
import io.github.segbench.report.comparison.ModelCharts;
import io.github.segbench.report.comparison.PanopticTable;
import io.github.segbench.report.comparison.ParityTable;
import io.github.segbench.report.comparison.PrecisionRecallCharts;
import io.github.segbench.report.comparison.PrecisionTable;
import io.github.segbench.report.comparison.ReportCharts;
import io.github.segbench.report.comparison.ReportTables;
import io.github.segbench.report.comparison.ResourceTable;
import io.github.segbench.report.comparison.ScenarioTables;
import io.github.segbench.report.comparison.SizeSlices;
import io.github.segbench.report.comparison.Warnings;
import io.github.segbench.report.html.Page.Remark;
import io.github.segbench.report.html.Page.TaskView;
import io.github.segbench.report.html.Page.Version;
import io.github.segbench.report.published.PublishedNumber;
import io.github.segbench.report.published.PublishedTable;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out a report: which tables and figures there are, and what stands in them. */
final class PageBuilder {
  private final List<ReportInput> runs;
  private final List<PublishedNumber> published;
  private final List<Entry> entries;
  private final List<Comparison> comparisons;
  private final Map<String, Picture> pictures = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();

  /**
   * @param published numbers of others, shown where a run is on the same data set
   */
  PageBuilder(List<ReportInput> runs, List<PublishedNumber> published) {
    this.runs = List.copyOf(runs);
    this.published = List.copyOf(published);
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
        descriptions(results),
        comparisons.stream().map(Comparison::data).distinct().toList(),
        Answer.of(entries, comparisons),
        comparisons.stream().map(this::task).toList(),
        comparisons.stream().flatMap(c -> PrecisionTable.of(c).stream()).map(this::view).toList(),
        Warnings.of(entries),
        figures(
            "latency-bars",
            ModelCharts.latencies(entries).map(c -> c.draw()),
            "Median and 99th percentile of the latency end to end of each model."),
        figures(
            "latency",
            ReportCharts.latencies(entries).map(c -> c.draw()),
            "Distribution of the latency end to end of each model."),
        figures(
            "stages",
            ReportCharts.stages(entries).map(c -> c.draw()),
            "Median time of each stage of each model, stacked."),
        throughputs(),
        views(ReportTables.latency(entries)),
        views(FirstCallsTable.of(entries)),
        views(ScenarioTables.scenarios(entries), ScenarioTables.queries(entries)),
        views(ResourceTable.of(entries)),
        views(ConditionsTable.of(entries)),
        views(ParityTable.of(results.stream().flatMap(r -> r.parity().stream()).toList())),
        comparisons.stream().flatMap(c -> GalleryBuilder.of(c).stream()).toList(),
        remarks(),
        runs.stream().map(RunFacts::of).toList(),
        view(ReportTables.trials(entries)),
        new Version(
            results.stream()
                .map(r -> r.environment().segbenchVersion())
                .distinct()
                .collect(Collectors.joining(", "))),
        comparisons.stream().map(this::objects).filter(view -> !view.isEmpty()).toList(),
        PublishedTable.of(comparisons, published).stream().map(this::view).toList());
  }

  private ObjectsView objects(Comparison comparison) {
    String name = comparison.name();
    List<FigureView> curves = new ArrayList<>();
    PrecisionRecallCharts.of(comparison)
        .forEach(
            (iou, chart) ->
                curves.add(
                    figure(
                        "precision-recall-" + name + "-" + (curves.size() + 1),
                        "IoU " + iou,
                        "Precision against recall of each model at IoU " + iou + ".",
                        chart.draw())));
    return new ObjectsView(
        comparison.taskTitle() + convention(comparison),
        comparison.data(),
        curves,
        figures(
            "sizes-" + name,
            SizeSlices.chart(comparison).map(c -> c.draw()),
            comparison.taskTitle() + ": how each model does on small, medium and large objects."),
        SizeSlices.table(comparison).map(this::view).stream().toList(),
        PanopticTable.of(comparison).map(this::view).stream().toList());
  }

  /** Those of the runs; of runs that have none, what they compare. */
  private List<String> descriptions(List<RunResult> results) {
    List<String> given =
        results.stream().map(RunResult::description).filter(d -> !d.isBlank()).distinct().toList();
    if (!given.isEmpty() || entries.isEmpty()) {
      return given;
    }
    long models = entries.stream().map(entry -> entry.identity().modelId()).distinct().count();
    String data =
        comparisons.stream().map(Comparison::data).distinct().collect(Collectors.joining(", "));
    return List.of(
        (models == 1 ? "1 model" : models + " models")
            + (data.isEmpty() ? "" : " on " + data)
            + ".");
  }

  private List<FigureView> throughputs() {
    List<FigureView> figures = new ArrayList<>();
    figures.addAll(
        figures(
            "throughput-threads",
            ModelCharts.threads(entries).map(c -> c.draw()),
            "Images a second of each model with each number of threads."));
    figures.addAll(
        figures(
            "throughput-batches",
            ModelCharts.batches(entries).map(c -> c.draw()),
            "Images a second of each model with each size of a batch."));
    return figures;
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
            "accuracy-" + name,
            ModelCharts.accuracies(comparison).map(c -> c.draw()),
            comparison.taskTitle() + ": " + metric + " of each model."),
        figures(
            "categories-" + name,
            ReportCharts.categories(comparison).map(c -> c.draw()),
            comparison.headline().categoryMetric() + " of each category and model."),
        view(ReportTables.categories(comparison)),
        view(MetricTables.overall(comparison)),
        view(MetricTables.byCategory(comparison)),
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

  /** Those of the tables that have rows. */
  private List<TableView> views(Table... candidates) {
    return Stream.of(candidates).filter(table -> !table.rows().isEmpty()).map(this::view).toList();
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

  /** Named where it is not the task's default, so that two of one task are told apart. */
  private static String convention(Comparison comparison) {
    Convention convention = comparison.convention();
    return convention == Convention.of(comparison.task()).get(0)
        ? ""
        : ", convention " + convention.id();
  }
}
