package io.github.segbench.report.published;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.comparison.Headline;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Measured models beside published ones of the same data set and task: measured rows first, each
 * row with its origin, and none marked as best, as the protocols differ.
 */
public final class PublishedTable {
  /** What the column {@code origin} says of a model that this program scored. */
  public static final String MEASURED = "measured";

  /** What the column {@code origin} says of a model that others scored. */
  public static final String PUBLISHED = "published";

  private final List<Comparison> comparisons;
  private final Map<PublishedModel, List<PublishedNumber>> published;
  private final List<Measure> measures;

  /** A column of numbers. */
  private record Measure(Metric metric, String category) {
    String id() {
      String name = metric.standardName();
      return category.equals(MetricValue.ALL) ? name : name + "_" + category;
    }

    String title() {
      String name =
          switch (metric) {
            case MEAN_IIOU -> "iIoU";
            case MEAN_CATEGORY_IOU -> "Cat. IoU";
            case MEAN_CATEGORY_IIOU -> "Cat. iIoU";
            case MEAN_BF_SCORE -> "BF score";
            default -> Headline.title(metric.standardName());
          };
      return category.equals(MetricValue.ALL) ? name : name + " " + category;
    }
  }

  /** What may stand in one table. */
  private record Key(SegmentationTask task, String dataset) {}

  private PublishedTable(List<Comparison> comparisons, List<PublishedNumber> numbers) {
    this.comparisons = comparisons;
    this.published =
        numbers.stream()
            .collect(
                Collectors.groupingBy(
                    PublishedNumber::model, LinkedHashMap::new, Collectors.toList()));
    this.measures =
        numbers.stream()
            .map(number -> new Measure(number.metric(), number.category()))
            .distinct()
            .sorted(
                Comparator.comparing(Measure::metric)
                    .thenComparing(measure -> !measure.category().equals(MetricValue.ALL)))
            .toList();
  }

  /** A table for each task and data set of which there are published numbers. */
  public static List<Table> of(List<Comparison> comparisons, List<PublishedNumber> numbers) {
    Map<Key, List<Comparison>> groups =
        comparisons.stream()
            .collect(
                Collectors.groupingBy(
                    c -> new Key(c.task(), first(c).datasetId()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Table> tables = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          List<PublishedNumber> fitting =
              numbers.stream()
                  .filter(number -> number.model().dataset().equals(key.dataset()))
                  .filter(number -> number.metric().task() == key.task())
                  .toList();
          if (!fitting.isEmpty()) {
            tables.add(new PublishedTable(group, fitting).table(key));
          }
        });
    return tables;
  }

  private static TrialIdentity first(Comparison comparison) {
    return comparison.scored().get(0).entry().identity();
  }

  private Table table(Key key) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("model", "Model"));
    columns.add(Column.text("origin", "Origin"));
    columns.add(Column.text("split", "Split"));
    boolean intervals = comparisons.stream().anyMatch(Comparison::hasIntervals);
    for (Measure measure : measures) {
      columns.add(
          new Column(
              measure.id(), "", measure.title(), "%", Quantity.PERCENT, Better.NEITHER, intervals));
    }
    columns.add(Column.text("protocol", "Protocol"));
    columns.add(Column.text("training_data", "Trained on"));
    columns.add(Column.text("source", "Source"));
    columns.add(Column.text("remark", "Remark"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      comparison.scored().forEach(scored -> rows.add(measured(comparison, scored)));
    }
    published.forEach((model, numbers) -> rows.add(published(model, numbers)));
    String name =
        key.task().id()
            + "-"
            + key.dataset().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new Table(PUBLISHED + "-" + name, caption(), columns, rows).withoutEmptyColumns();
  }

  private String caption() {
    Comparison comparison = comparisons.get(0);
    return comparison.taskTitle()
        + " on "
        + first(comparison).datasetName()
        + ": what was measured here, then what others published. Published numbers were not"
        + " measured here; they come from other training, resolutions and programs, under the"
        + " protocol of their row.";
  }

  private List<Cell> measured(Comparison comparison, Scored scored) {
    TrialIdentity identity = scored.entry().identity();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(scored.entry().label()));
    row.add(Cell.of(MEASURED));
    row.add(Cell.of(split(identity)));
    for (Measure measure : measures) {
      row.add(
          Cell.of(scored.evaluation().value(measure.metric().standardName(), measure.category())));
    }
    row.add(Cell.of("convention " + comparison.convention().id()));
    row.add(Cell.of(Table.ABSENT));
    row.add(Cell.of("run " + scored.entry().run().result().name()));
    row.add(words(remark(comparison, identity)));
    return row;
  }

  /** Such as {@code test (233 images)}. */
  private static String split(TrialIdentity identity) {
    return identity.split()
        + (identity.images() == 1 ? " (1 image)" : " (" + identity.images() + " images)");
  }

  private static String remark(Comparison comparison, TrialIdentity identity) {
    List<String> remarks = new ArrayList<>();
    if (identity.subset() != null) {
      remarks.add("a part of the split: " + identity.subset());
    }
    int leftOut = comparison.leftOut().size();
    if (leftOut > 0) {
      remarks.add("without " + leftOut + (leftOut == 1 ? " category" : " categories"));
    }
    if (identity.postprocessing() != null) {
      remarks.add(identity.postprocessing());
    }
    return String.join("; ", remarks);
  }

  private List<Cell> published(PublishedModel model, List<PublishedNumber> numbers) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(model.label()));
    row.add(Cell.of(PUBLISHED));
    row.add(Cell.of(model.split()));
    for (Measure measure : measures) {
      row.add(
          numbers.stream()
              .filter(number -> measure.equals(new Measure(number.metric(), number.category())))
              .findFirst()
              .map(number -> Cell.of(number.value()))
              .orElse(Cell.EMPTY));
    }
    row.add(
        Cell.of(
            model.protocol() + (model.scales().isEmpty() ? "" : ", " + model.scales() + "-scale")));
    row.add(words(model.trainingData()));
    row.add(Cell.of(model.citation() + ", " + model.source()));
    row.add(words(remark(model)));
    return row;
  }

  private String remark(PublishedModel model) {
    Set<String> measured =
        comparisons.stream()
            .map(comparison -> first(comparison).split())
            .collect(Collectors.toCollection(TreeSet::new));
    return measured.contains(model.split())
        ? ""
        : "other images: measured here on " + String.join(", ", measured);
  }

  private static Cell words(String text) {
    return Cell.of(text.isEmpty() ? Table.ABSENT : text);
  }
}
