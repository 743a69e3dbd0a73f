package io.github.segbench.report.table;

import java.util.ArrayList;
import java.util.List;

/** A pipe table, padded so that it reads well as plain text, with the caption above it. */
final class MarkdownWriter implements TableWriter {
  private static final int NARROWEST = 3;
  private static final String MARKUP = "\\`*_{}[]#~|";

  @Override
  public String write(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(column -> escape(title(column))).toList());
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> line = new ArrayList<>();
      for (int column = 0; column < table.columns().size(); column++) {
        line.add(cell(table, row, column));
      }
      lines.add(line);
    }
    ColumnWidths widths = new ColumnWidths(table.columns(), NARROWEST);
    lines.forEach(widths::fit);
    StringBuilder out = new StringBuilder(escape(table.caption("in bold"))).append("\n\n");
    append(out, lines.get(0), widths);
    appendRule(out, table, widths);
    lines.subList(1, lines.size()).forEach(line -> append(out, line, widths));
    return out.toString();
  }

  private static String title(Column column) {
    return column.group().isEmpty() ? column.heading() : column.group() + " " + column.heading();
  }

  private static String cell(Table table, int row, int column) {
    String text = escape(table.text(row, column));
    String interval = escape(table.interval(row, column));
    String shown = table.isBest(row, column) ? "**" + text + "**" : text;
    return interval.isEmpty() ? shown : shown + " " + interval;
  }

  private static void append(StringBuilder out, List<String> line, ColumnWidths widths) {
    out.append('|');
    for (int i = 0; i < line.size(); i++) {
      out.append(' ').append(widths.padded(i, line.get(i))).append(" |");
    }
    out.append('\n');
  }

  private static void appendRule(StringBuilder out, Table table, ColumnWidths widths) {
    out.append('|');
    for (int i = 0; i < table.columns().size(); i++) {
      String dashes = "-".repeat(widths.of(i));
      out.append(' ');
      out.append(table.columns().get(i).isText() ? dashes : dashes.substring(1) + ":");
      out.append(" |");
    }
    out.append('\n');
  }

  /** Shows the text as it is: no markup, no HTML, no line breaks. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '&') {
        out.append("&amp;");
      } else if (Character.isISOControl(c)) {
        out.append(' ');
      } else {
        out.append(MARKUP.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return out.toString();
  }
}
