package io.github.segbench.report.table;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.report.table.Cell.NumberCell;
import io.github.segbench.report.table.Cell.TextCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values for other programs: numbers in full, fractions as fractions, an empty
 * field where there is none. A column with intervals is followed by {@code _low} and {@code _high}.
 */
final class CsvWriter implements TableWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  @Override
  public String write(Table table) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      boolean[] intervals = intervals(table);
      printer.printRecord(header(table, intervals));
      for (List<Cell> row : table.rows()) {
        printer.printRecord(fields(row, intervals));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString();
  }

  /** Which columns say that they have intervals, or have one. */
  private static boolean[] intervals(Table table) {
    boolean[] intervals = new boolean[table.columns().size()];
    for (int i = 0; i < intervals.length; i++) {
      int column = i;
      intervals[i] =
          table.columns().get(i).interval()
              || table.rows().stream()
                  .anyMatch(
                      row -> row.get(column) instanceof NumberCell cell && cell.interval() != null);
    }
    return intervals;
  }

  private static List<String> header(Table table, boolean[] intervals) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < intervals.length; i++) {
      Column column = table.columns().get(i);
      fields.add(column.id());
      if (intervals[i]) {
        fields.add(column.id() + "_low");
        fields.add(column.id() + "_high");
      }
    }
    return fields;
  }

  private static List<String> fields(List<Cell> row, boolean[] intervals) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Interval interval = null;
      if (row.get(i) instanceof TextCell cell) {
        fields.add(cell.words());
      } else if (row.get(i) instanceof NumberCell cell) {
        fields.add(number(cell.value()));
        interval = cell.interval();
      }
      if (intervals[i]) {
        fields.add(interval == null ? "" : number(interval.low()));
        fields.add(interval == null ? "" : number(interval.high()));
      }
    }
    return fields;
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    long whole = Math.round(value);
    return whole == value ? Long.toString(whole) : Double.toString(value);
  }
}
