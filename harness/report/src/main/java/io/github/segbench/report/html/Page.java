package io.github.segbench.report.html;

import io.github.segbench.report.comparison.Statement;
import java.util.List;

/**
 * Everything that the templates can show. The names of these records' parts are the names in the
 * templates; docs/report.md lists them.
 *
 * @param data what was measured on, such as {@code Shapes test (300 images)}
 * @param answer the outcome in sentences
 * @param precisions a table for each task and data set in which a model has several precisions
 * @param warnings what makes the times doubtful, in sentences
 * @param latencyBars at most one; so are the figures and tables of latency that follow, but for
 *     throughputs (by threads, by batch) and scenarios (the numbers that count, all numbers)
 * @param parity at most one table
 * @param objects of each comparison that has anything of single objects
 * @param published a table for each task and data set of which there are published numbers; its
 *     second column says which rows are measured and which are published
 */
public record Page(
    String title,
    List<String> descriptions,
    List<String> data,
    List<Statement> answer,
    List<TaskView> tasks,
    List<TableView> precisions,
    List<String> warnings,
    List<FigureView> latencyBars,
    List<FigureView> latencies,
    List<FigureView> stages,
    List<FigureView> throughputs,
    List<TableView> latencyTables,
    List<TableView> firstCalls,
    List<TableView> scenarios,
    List<TableView> resources,
    List<TableView> conditions,
    List<TableView> parity,
    List<GalleryView> galleries,
    List<Remark> remarks,
    List<RunView> runs,
    TableView trials,
    Version version,
    List<ObjectsView> objects,
    List<TableView> published) {
  public Page {
    descriptions = List.copyOf(descriptions);
    data = List.copyOf(data);
    answer = List.copyOf(answer);
    tasks = List.copyOf(tasks);
    precisions = List.copyOf(precisions);
    warnings = List.copyOf(warnings);
    latencyBars = List.copyOf(latencyBars);
    latencies = List.copyOf(latencies);
    stages = List.copyOf(stages);
    throughputs = List.copyOf(throughputs);
    latencyTables = List.copyOf(latencyTables);
    firstCalls = List.copyOf(firstCalls);
    scenarios = List.copyOf(scenarios);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
    parity = List.copyOf(parity);
    galleries = List.copyOf(galleries);
    remarks = List.copyOf(remarks);
    runs = List.copyOf(runs);
    objects = List.copyOf(objects);
    published = List.copyOf(published);
  }

  /**
   * One comparison.
   *
   * @param intervals whether there are confidence intervals
   * @param metrics every metric over all categories
   * @param details every metric of each category of each model
   * @param shownCategories how many of the table's categories the figure can show
   */
  public record TaskView(
      String name,
      String title,
      String data,
      String convention,
      String metric,
      String categoryMetric,
      boolean intervals,
      TableView leaderboard,
      List<FigureView> scatters,
      List<FigureView> accuracyBars,
      List<FigureView> categoryFigures,
      TableView categories,
      TableView metrics,
      TableView details,
      int shownCategories,
      List<FigureView> confusions) {
    public TaskView {
      scatters = List.copyOf(scatters);
      accuracyBars = List.copyOf(accuracyBars);
      categoryFigures = List.copyOf(categoryFigures);
      confusions = List.copyOf(confusions);
    }
  }

  /**
   * What a reader should know of a trial.
   *
   * @param kind {@code skipped}, {@code failed} or {@code note}
   */
  public record Remark(String trial, String kind, String text) {}

  /** Where a run's numbers come from. */
  public record RunView(
      String name, String started, String command, String configYaml, List<Fact> facts) {
    public RunView {
      facts = List.copyOf(facts);
    }
  }

  /** A name and a value. */
  public record Fact(String name, String value) {}

  /** Of the program that measured. */
  public record Version(String segbench) {}
}
