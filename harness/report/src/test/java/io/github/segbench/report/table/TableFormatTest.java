package io.github.segbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.table.Cell.NumberCell;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableFormatTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("model", "Model"),
          Column.percent("mIoU", "Accuracy", "mIoU", true),
          Column.millis("latency_p50_ms", "Latency", "p50"),
          new Column(
              "parameters", "", "Params", "M", Quantity.MILLIONS, Column.Better.NEITHER, false));

  private static final Table TABLE =
      new Table(
          "leaderboard",
          "Shapes & friends, 95% intervals.",
          COLUMNS,
          List.of(
              List.of(
                  Cell.of("FCN-8s"), number(0.8412, 0.83, 0.85), Cell.of(2.204), Cell.of(600_000)),
              List.of(Cell.of("U_Net"), number(0.9046, 0.9, 0.91), Cell.of(6.6), Cell.EMPTY),
              List.of(Cell.of("no numbers"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY)));

  private static Cell number(double value, double low, double high) {
    return new NumberCell(value, new Interval(low, high));
  }

  @Test
  void writesTextInColumns() {
    assertThat(TableFormat.TEXT.write(TABLE))
        .isEqualTo(
            """
            Shapes & friends, 95% intervals. Best marked with *.

                        Accuracy ---------  Latency
            Model                     mIoU      p50  Params
                                         %       ms       M
            ----------  ------------------  -------  ------
            FCN-8s       84.1 [83.0, 85.0]    *2.20    0.60
            U_Net       *90.5 [90.0, 91.0]     6.60       –
            no numbers                   –        –       –
            """);
  }

  @Test
  void aNoteIsADaggerForPeopleAndNothingForPrograms() {
    Table table =
        new Table(
            "names",
            "Names.",
            List.of(Column.text("model", "M")),
            List.of(List.of(Cell.noted("FCN", "beaten by U-Net"))));

    assertThat(table.note(0, 0)).isEqualTo("beaten by U-Net");
    assertThat(TableFormat.TEXT.write(table)).endsWith("FCN †\n");
    assertThat(TableFormat.MARKDOWN.write(table)).contains("FCN †");
    assertThat(TableFormat.LATEX.write(table)).contains("FCN \\textdagger{}");
    assertThat(TableFormat.CSV.write(table)).isEqualTo("model\nFCN\n");
  }

  @Test
  void writesTextWithoutLinesThatWouldBeEmpty() {
    Table table =
        new Table(
            "names",
            "Names.",
            List.of(Column.text("model", "M")),
            List.of(List.of(Cell.of("FCN"))));

    assertThat(TableFormat.TEXT.write(table)).isEqualTo("Names.\n\nM\n---\nFCN\n");
  }

  @Test
  void writesMarkdownThatReadsWellAsText() {
    assertThat(TableFormat.MARKDOWN.write(TABLE))
        .isEqualTo(
            """
            Shapes &amp; friends, 95% intervals. Best in bold.

            | Model      |       Accuracy mIoU (%) | Latency p50 (ms) | Params (M) |
            | ---------- | ----------------------: | ---------------: | ---------: |
            | FCN-8s     |     84.1 \\[83.0, 85.0\\] |         **2.20** |       0.60 |
            | U\\_Net     | **90.5** \\[90.0, 91.0\\] |             6.60 |          – |
            | no numbers |                       – |                – |          – |
            """);
  }

  @Test
  void writesLatexWithBooktabs() {
    assertThat(TableFormat.LATEX.write(TABLE))
        .isEqualTo(
            """
            % needs \\usepackage{booktabs}
            \\begin{table}[t]
              \\centering
              \\caption{Shapes \\& friends, 95\\% intervals. Best in bold.}
              \\label{tab:leaderboard}
              \\begin{tabular}{lrrr}
                \\toprule
                \\multicolumn{1}{c}{} & \\multicolumn{1}{c}{Accuracy} & \\multicolumn{1}{c}{Latency} & \\multicolumn{1}{c}{} \\\\
                \\cmidrule(lr){2-2}
                \\cmidrule(lr){3-3}
                Model & mIoU (\\%) & p50 (ms) & Params (M) \\\\
                \\midrule
                FCN-8s & 84.1 {\\scriptsize {[}83.0, 85.0]} & \\textbf{2.20} & 0.60 \\\\
                U\\_Net & \\textbf{90.5} {\\scriptsize {[}90.0, 91.0]} & 6.60 & -- \\\\
                no numbers & -- & -- & -- \\\\
                \\bottomrule
              \\end{tabular}
            \\end{table}
            """);
  }

  @Test
  void writesCsvInFullPrecision() {
    assertThat(TableFormat.CSV.write(TABLE))
        .isEqualTo(
            """
            model,mIoU,mIoU_low,mIoU_high,latency_p50_ms,parameters
            FCN-8s,0.8412,0.83,0.85,2.204,600000
            U_Net,0.9046,0.9,0.91,6.6,
            no numbers,,,,,
            """);
  }

  @Test
  void csvHasEveryIntervalThatPeopleSee() {
    Table table =
        new Table(
            "t",
            "",
            List.of(
                Column.text("model", "Model"), Column.percent("pixelAccuracy", "", "Acc.", false)),
            List.of(
                List.of(
                    Cell.of("A"),
                    Cell.of(
                        Optional.of(
                            new MetricValue(
                                "pixelAccuracy", "all", 0.9, new Interval(0.8, 0.95), 10))))));

    assertThat(TableFormat.TEXT.write(table)).contains("90.0 [80.0, 95.0]");
    assertThat(TableFormat.CSV.write(table))
        .isEqualTo("model,pixelAccuracy,pixelAccuracy_low,pixelAccuracy_high\nA,0.9,0.8,0.95\n");
  }

  @Test
  void lettersOfANameAreNeverMarkup() {
    String name = "<script>alert(1)</script> [a](b) \\input{x} $1 | `c` \n *d*";
    Table table =
        new Table(
            "names", "", List.of(Column.text("model", "Model")), List.of(List.of(Cell.of(name))));

    assertThat(TableFormat.MARKDOWN.write(table))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; \\[a\\](b) \\\\input\\{x\\} $1 \\|")
        .contains("\\`c\\`   \\*d\\*")
        .doesNotContain("<");
    assertThat(TableFormat.LATEX.write(table))
        .contains("\\textless{}script\\textgreater{}alert(1)")
        .contains("{[}a](b) \\textbackslash{}input\\{x\\} \\$1 |")
        .doesNotContain("\\input");
    assertThat(TableFormat.CSV.write(table)).contains("\"<script>alert(1)</script>");
    assertThat(TableFormat.TEXT.write(table))
        .contains("\n<script>alert(1)</script> [a](b) \\input{x} $1 | `c`   *d*\n");
  }

  @Test
  void aLatexRowThatStartsWithABracketIsNoOption() {
    Table table =
        new Table(
            "names",
            "",
            List.of(Column.text("model", "Model")),
            List.of(List.of(Cell.of("[1ex]"))));

    assertThat(TableFormat.LATEX.write(table)).contains("    {[}1ex] \\\\\n");
  }

  @Test
  void aLatexRowThatStartsWithAStarKeepsIt() {
    Table table =
        new Table(
            "names",
            "",
            List.of(Column.text("model", "Model")),
            List.of(List.of(Cell.of("*")), List.of(Cell.of("a → b"))));

    assertThat(TableFormat.LATEX.write(table))
        .contains("    {*} \\\\\n")
        .contains("    a $\\to$ b \\\\\n");
  }
}
