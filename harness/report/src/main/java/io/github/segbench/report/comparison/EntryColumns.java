package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import java.util.List;

/**
 * How trials of several models and data sets are told apart: the first columns of a table with a
 * row for each trial are the model, and the data if they differ; so are the names in a chart.
 */
final class EntryColumns {
  private final boolean severalData;

  /**
   * @param entries of the report; those without a latency phase do not count
   */
  EntryColumns(List<Entry> entries) {
    severalData =
        entries.stream()
                .filter(entry -> !entry.trial().latency().equals(LatencyResult.NONE))
                .map(entry -> Comparison.data(entry.identity()))
                .distinct()
                .count()
            > 1;
  }

  boolean severalData() {
    return severalData;
  }

  List<Column> columns() {
    Column model = Column.text("model", "Model");
    return severalData ? List.of(model, Column.text("data", "Data")) : List.of(model);
  }

  /** Such as {@code U-Net}, or {@code U-Net on CamVid val} where the data differ. */
  String name(Entry entry) {
    TrialIdentity identity = entry.identity();
    return severalData
        ? entry.label() + " on " + (identity.datasetName() + " " + identity.split()).strip()
        : entry.label();
  }

  List<Cell> cells(Entry entry) {
    Cell model = Cell.of(entry.label());
    return severalData
        ? List.of(model, Cell.of(Comparison.data(entry.identity())))
        : List.of(model);
  }
}
