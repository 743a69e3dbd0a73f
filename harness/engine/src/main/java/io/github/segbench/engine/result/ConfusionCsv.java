package io.github.segbench.engine.result;

import io.github.segbench.metrics.evaluation.ConfusionCounts;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of the folder {@code confusion/}: pixel counts of a semantic trial, one row for each
 * category of the ground truth, one column for each predicted category and a last one for
 * predictions that are void.
 */
final class ConfusionCsv {
  private ConfusionCsv() {}

  static String write(ConfusionCounts confusion) {
    List<String> header = new ArrayList<>();
    header.add("truth");
    header.addAll(confusion.categories());
    header.add("(void)");
    CsvTable table = new CsvTable(header);
    for (int i = 0; i < confusion.categories().size(); i++) {
      List<Object> row = new ArrayList<>();
      row.add(confusion.categories().get(i));
      for (long count : confusion.counts()[i]) {
        row.add(count);
      }
      table.row(row.toArray());
    }
    return table.toString();
  }

  static ConfusionCounts read(String csv) {
    List<CSVRecord> rows = CsvTable.read(csv);
    List<String> categories = rows.stream().map(row -> row.get(0)).toList();
    long[][] counts = new long[rows.size()][categories.size() + 1];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        counts[i][j] = Long.parseLong(rows.get(i).get(j + 1));
      }
    }
    return new ConfusionCounts(categories, counts);
  }
}
