package io.github.segbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plain text in columns, for terminals: nothing is escaped, and a star marks the best numbers. */
final class TextWriter implements TableWriter {
  private static final String BEST = "*";
  private static final String GAP = "  ";

  @Override
  public String write(Table table) {
    List<Column> columns = table.columns();
    List<List<String>> header = new ArrayList<>();
    header.add(texts(columns, Column::title));
    if (columns.stream().anyMatch(column -> !column.unit().isEmpty())) {
      header.add(texts(columns, Column::unit));
    }
    List<List<String>> body =
        IntStream.range(0, table.rows().size()).mapToObj(row -> cells(table, row)).toList();
    ColumnWidths widths = new ColumnWidths(columns, 1);
    header.forEach(widths::fit);
    body.forEach(widths::fit);
    List<ColumnGroup> groups = ColumnGroup.of(columns);
    for (ColumnGroup group : groups) {
      int missing = printable(group.title()).length() - width(group, widths);
      widths.widen(group.first() + group.size() - 1, Math.max(0, missing));
    }
    StringBuilder out = new StringBuilder(printable(table.caption("marked with " + BEST)));
    out.append("\n\n");
    if (!groups.isEmpty()) {
      append(out, groups.stream().map(group -> heading(group, widths)).toList());
    }
    header.forEach(line -> append(out, padded(line, widths)));
    append(
        out, IntStream.range(0, columns.size()).mapToObj(i -> "-".repeat(widths.of(i))).toList());
    body.forEach(line -> append(out, padded(line, widths)));
    return out.toString();
  }

  private static List<String> texts(List<Column> columns, Function<Column, String> text) {
    return columns.stream().map(column -> printable(text.apply(column))).toList();
  }

  private static List<String> cells(Table table, int row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> cell(table, row, column))
        .toList();
  }

  private static String cell(Table table, int row, int column) {
    String text = printable(table.text(row, column));
    String interval = table.interval(row, column);
    String shown = table.isBest(row, column) ? BEST + text : text;
    return interval.isEmpty() ? shown : shown + " " + interval;
  }

  /** The title of a group, drawn out over its columns. */
  private static String heading(ColumnGroup group, ColumnWidths widths) {
    String title = printable(group.title());
    int missing = width(group, widths) - title.length();
    boolean drawn = !title.isEmpty() && missing > 1;
    return title + (drawn ? " " + "-".repeat(missing - 1) : " ".repeat(missing));
  }

  private static int width(ColumnGroup group, ColumnWidths widths) {
    return IntStream.range(group.first(), group.first() + group.size()).map(widths::of).sum()
        + (group.size() - 1) * GAP.length();
  }

  private static List<String> padded(List<String> line, ColumnWidths widths) {
    return IntStream.range(0, line.size()).mapToObj(i -> widths.padded(i, line.get(i))).toList();
  }

  private static void append(StringBuilder out, List<String> cells) {
    out.append(String.join(GAP, cells).stripTrailing()).append('\n');
  }

  /** Control characters could do anything to a terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
