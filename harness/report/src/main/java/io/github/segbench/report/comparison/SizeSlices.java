package io.github.segbench.report.comparison;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.chart.DotChart;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a comparison's models do on small, medium and large objects. */
public final class SizeSlices {
  /**
   * A number of which there is one for each size.
   *
   * @param metrics of small, medium and large objects
   */
  private record Family(String title, List<String> metrics) {}

  private static final List<String> SIZES = List.of("small", "medium", "large");
  private static final List<Family> INSTANCE =
      List.of(
          new Family("AP", List.of("APs", "APm", "APl")),
          new Family("AR", List.of("ARs", "ARm", "ARl")),
          new Family("Box AP", List.of("boxAPs", "boxAPm", "boxAPl")),
          new Family("Boundary AP", List.of("boundaryAPs", "boundaryAPm", "boundaryAPl")));
  private static final List<Family> SEMANTIC =
      List.of(new Family("Recall", List.of("recallSmall", "recallMedium", "recallLarge")));

  private SizeSlices() {}

  private static List<Family> families(SegmentationTask task) {
    return switch (task) {
      case SEMANTIC -> SEMANTIC;
      case INSTANCE -> INSTANCE;
      case PANOPTIC -> List.of();
    };
  }

  /** A row for each model; empty where no number was computed by size. */
  public static Optional<Table> table(Comparison comparison) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("model", "Model"));
    List<Family> families =
        families(comparison.task()).stream().filter(f -> isMeasured(comparison, f)).toList();
    if (families.isEmpty()) {
      return Optional.empty();
    }
    for (Family family : families) {
      for (int size = 0; size < SIZES.size(); size++) {
        columns.add(
            Column.percent(family.metrics().get(size), family.title(), SIZES.get(size), false));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(scored.entry().label()));
      families.forEach(
          family -> family.metrics().forEach(metric -> row.add(Cell.of(scored.overall(metric)))));
      rows.add(row);
    }
    String caption =
        "Numbers by the size of the annotated objects on "
            + comparison.data()
            + ": small up to 32 x 32 pixels, large from 96 x 96, medium between.";
    return Optional.of(
        new Table("sizes-" + comparison.name(), caption, columns, rows).withoutEmptyColumns());
  }

  private static boolean isMeasured(Comparison comparison, Family family) {
    return family.metrics().stream().anyMatch(metric -> isMeasured(comparison, metric));
  }

  private static boolean isMeasured(Comparison comparison, String metric) {
    return comparison.scored().stream()
        .flatMap(scored -> scored.overall(metric).stream())
        .anyMatch(value -> value.value() != null);
  }

  /** The task's first number of each size and model; empty where it was not computed. */
  public static Optional<DotChart> chart(Comparison comparison) {
    return families(comparison.task()).stream()
        .filter(family -> isMeasured(comparison, family))
        .findFirst()
        .map(family -> chart(comparison, family));
  }

  private static DotChart chart(Comparison comparison, Family family) {
    List<Integer> sizes =
        IntStream.range(0, SIZES.size())
            .filter(size -> isMeasured(comparison, family.metrics().get(size)))
            .boxed()
            .toList();
    List<DotChart.Model> models = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      List<DotChart.Value> values = new ArrayList<>();
      for (int size : sizes) {
        Optional<MetricValue> value = scored.overall(family.metrics().get(size));
        values.add(
            DotChart.Value.ofFraction(
                value.map(MetricValue::value).orElse(null),
                value.map(MetricValue::interval).orElse(null)));
      }
      models.add(new DotChart.Model(scored.entry().label(), scored.entry().series(), values));
    }
    return new DotChart(family.title() + " (%)", sizes.stream().map(SIZES::get).toList(), models);
  }
}
