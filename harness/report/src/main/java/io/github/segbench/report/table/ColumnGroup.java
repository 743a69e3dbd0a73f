package io.github.segbench.report.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring columns under one header.
 *
 * @param title empty for columns without a group
 * @param first position of the first column, from 0
 * @param size number of columns
 */
public record ColumnGroup(String title, int first, int size) {

  /** The groups of a table from left to right; empty if no column is in a group. */
  public static List<ColumnGroup> of(List<Column> columns) {
    List<ColumnGroup> groups = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= columns.size(); i++) {
      String title = columns.get(first).group();
      if (i == columns.size() || !columns.get(i).group().equals(title)) {
        groups.add(new ColumnGroup(title, first, i - first));
        first = i;
      }
    }
    return groups.stream().allMatch(group -> group.title().isEmpty()) ? List.of() : groups;
  }
}
