package io.github.segbench.report.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A {@code table} environment with the rules of the package booktabs. */
final class LatexWriter implements TableWriter {

  @Override
  public String write(Table table) {
    StringBuilder out = new StringBuilder();
    out.append("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n  \\centering\n");
    out.append("  \\caption{").append(escape(table.caption("in bold"))).append("}\n");
    out.append("  \\label{tab:").append(table.name()).append("}\n");
    out.append("  \\begin{tabular}{").append(alignment(table)).append("}\n    \\toprule\n");
    appendGroups(out, table);
    appendLine(out, table.columns().stream().map(column -> escape(column.heading())).toList());
    out.append("    \\midrule\n");
    for (int row = 0; row < table.rows().size(); row++) {
      int current = row;
      appendLine(
          out,
          IntStream.range(0, table.columns().size())
              .mapToObj(column -> cell(table, current, column))
              .toList());
    }
    out.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n");
    return out.toString();
  }

  private static String alignment(Table table) {
    return table.columns().stream()
        .map(column -> column.isText() ? "l" : "r")
        .collect(Collectors.joining());
  }

  private static void appendGroups(StringBuilder out, Table table) {
    List<ColumnGroup> groups = ColumnGroup.of(table.columns());
    if (groups.isEmpty()) {
      return;
    }
    appendLine(
        out,
        groups.stream()
            .map(group -> "\\multicolumn{" + group.size() + "}{c}{" + escape(group.title()) + "}")
            .toList());
    for (ColumnGroup group : groups) {
      if (!group.title().isEmpty()) {
        int last = group.first() + group.size();
        out.append("    \\cmidrule(lr){").append(group.first() + 1).append('-').append(last);
        out.append("}\n");
      }
    }
  }

  private static void appendLine(StringBuilder out, List<String> cells) {
    out.append("    ").append(String.join(" & ", cells)).append(" \\\\\n");
  }

  private static String cell(Table table, int row, int column) {
    String text = escape(table.text(row, column));
    String interval = escape(table.interval(row, column));
    String shown = table.isBest(row, column) ? "\\textbf{" + text + "}" : text;
    return interval.isEmpty() ? shown : shown + " {\\scriptsize " + interval + "}";
  }

  /**
   * Prints the text as it is; a bracket or a star at the start of a row must not be read as an
   * option of the line break before it.
   */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\textbackslash{}");
        case '~' -> out.append("\\textasciitilde{}");
        case '^' -> out.append("\\textasciicircum{}");
        case '<' -> out.append("\\textless{}");
        case '>' -> out.append("\\textgreater{}");
        case '[' -> out.append("{[}");
        case '†' -> out.append("\\textdagger{}");
        case '–' -> out.append("--");
        case '→' -> out.append("$\\to$");
        case '*' -> out.append("{*}");
        case '{', '}', '$', '&', '#', '_', '%' -> out.append('\\').append(c);
        default -> out.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return out.toString();
  }
}
