package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.Conditions;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of how quiet the machine was; it has no rows where no trial was timed. */
public final class ConditionsTable {
  private ConditionsTable() {}

  /** A row for each trial that was timed: how busy the machine was before and after. */
  public static Table of(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    for (String when : List.of("Before", "During")) {
      String id = "_" + when.toLowerCase(Locale.ROOT);
      columns.add(Column.plain("load" + id, when, "Load", "", Quantity.NUMBER));
      columns.add(Column.plain("busy" + id, when, "Busy", "%", Quantity.PERCENT));
      columns.add(Column.plain("steal" + id, when, "Steal", "%", Quantity.PERCENT));
    }
    columns.add(Column.text("governors", "Governor"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      Conditions conditions = entry.trial().latency().conditions();
      if (conditions != null) {
        List<Cell> row = new ArrayList<>(names.cells(entry));
        for (Conditions.State state : List.of(conditions.before(), conditions.after())) {
          row.add(known(state.load()));
          row.add(known(state.busy()));
          row.add(known(state.steal()));
        }
        row.add(Cell.of(governors(conditions)));
        rows.add(row);
      }
    }
    String caption =
        "The machine before each trial's timings and from then to their end: the load of the last"
            + " minute, segbench's own included, the share of the processors' time that other"
            + " programs used, the share that the host gave to other machines, and how the"
            + " processors choose their frequency.";
    return new Table("conditions", caption, columns, rows).withoutEmptyColumns();
  }

  private static Cell known(double value) {
    return value < 0 ? Cell.EMPTY : Cell.of(value);
  }

  private static String governors(Conditions conditions) {
    String before = governors(conditions.before());
    String after = governors(conditions.after());
    String change = before.equals(after) ? before : before + " → " + after;
    return change.isEmpty() ? Table.ABSENT : change;
  }

  private static String governors(Conditions.State state) {
    return state.governors().stream().distinct().collect(Collectors.joining(", "));
  }
}
