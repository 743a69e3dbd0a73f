package io.github.segbench.engine.dataset;

import io.github.segbench.engine.result.CsvTable;
import java.util.List;
import java.util.Objects;

/**
 * Numbers about a split as rows.
 *
 * @param name usable as a file name, without an ending
 * @param rows each with as many cells as the header
 */
public record StatisticsTable(String name, List<String> header, List<List<String>> rows) {
  public StatisticsTable {
    Objects.requireNonNull(name, "name");
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(name + ": " + row + " under " + header);
      }
    }
  }

  /** The text of a CSV file. */
  public String toCsv() {
    CsvTable table = new CsvTable(header);
    rows.forEach(row -> table.row(row.toArray()));
    return table.toString();
  }
}
