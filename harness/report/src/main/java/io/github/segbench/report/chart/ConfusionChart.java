package io.github.segbench.report.chart;

import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix with rows, the ground truth, that sum to 100%. The column "void" is there when
 * something was predicted that is void or outside the label set. Up to sixteen categories have
 * numbers in their cells; all have them on hover.
 */
public record ConfusionChart(ConfusionCounts counts) {
  private static final int MOST_WITH_NUMBERS = 16;
  private static final int MOST_WITH_NAMES = 40;
  private static final int LETTERS = 16;
  private static final double CELL = 40;
  private static final double CELL_HEIGHT = 28;
  private static final double SMALL_PLOT = 560;

  /** How far a name that is written at 45 degrees reaches, in its lengths. */
  private static final double SLANT = 0.72;

  /** The share on whose shade light and dark letters are equally easy to read. */
  private static final double MIDDLE = 0.55;

  /** Shares that would be invisible are left out of large matrices. */
  private static final double FAINTEST = 0.005;

  /** Shares of each row, {@code [categories][columns]}; a row without pixels is all 0. */
  public double[][] shares() {
    long[][] rows = counts.counts();
    double[][] shares = new double[rows.length][];
    int columns = columnNames().size();
    for (int row = 0; row < rows.length; row++) {
      long sum = 0;
      for (long count : rows[row]) {
        sum += count;
      }
      shares[row] = new double[columns];
      for (int column = 0; column < columns && sum > 0; column++) {
        shares[row][column] = (double) rows[row][column] / sum;
      }
    }
    return shares;
  }

  /** The categories, and {@code void} if it was ever predicted. */
  public List<String> columnNames() {
    List<String> names = new ArrayList<>(counts.categories());
    for (long[] row : counts.counts()) {
      if (row[row.length - 1] > 0) {
        names.add("void");
        return names;
      }
    }
    return names;
  }

  public Picture draw() {
    double[][] shares = shares();
    List<String> columns = columnNames();
    boolean named = columns.size() <= MOST_WITH_NAMES;
    boolean numbered = columns.size() <= MOST_WITH_NUMBERS;
    double cellWidth = numbered ? CELL : SMALL_PLOT / columns.size();
    double cellHeight = numbered ? CELL_HEIGHT : cellWidth;
    double left = 32 + (named ? nameWidth() : 0);
    double top = 30 + (named ? nameWidth() * SLANT : 0);
    double plotWidth = columns.size() * cellWidth;
    double plotHeight = shares.length * cellHeight;
    Drawing drawing =
        new Drawing(left + plotWidth + (named ? nameWidth() * SLANT : 8), top + plotHeight + 8);
    drawing.smallText(left + plotWidth / 2, 12, "Prediction", Anchor.MIDDLE, Ink.MUTED);
    drawing.add(
        new Mark.Text(12, top + plotHeight / 2, "Ground truth", Anchor.MIDDLE, 11, Ink.MUTED, -90));
    if (named) {
      drawNames(drawing, columns, left, top, cellWidth, cellHeight);
    }
    for (int row = 0; row < shares.length; row++) {
      for (int column = 0; column < columns.size(); column++) {
        double share = shares[row][column];
        if (share < (numbered ? Double.MIN_VALUE : FAINTEST)) {
          continue;
        }
        double x = left + column * cellWidth;
        double y = top + row * cellHeight;
        String title =
            String.format(
                Locale.ROOT,
                "%s predicted as %s: %.2f%% (%,d pixels)",
                counts.categories().get(row),
                columns.get(column),
                share * 100,
                counts.counts()[row][column]);
        drawing.add(new Mark.Box(x, y, cellWidth, cellHeight, Ink.SHADE, opacity(share), title));
        if (numbered && share >= FAINTEST / 5) {
          drawing.smallText(
              x + cellWidth / 2,
              y + cellHeight / 2 + 4,
              number(share),
              Anchor.MIDDLE,
              share > MIDDLE ? Ink.PAPER : Ink.TEXT);
        }
      }
    }
    drawFrame(drawing, left, top, plotWidth, plotHeight);
    return drawing;
  }

  private void drawNames(
      Drawing drawing,
      List<String> columns,
      double left,
      double top,
      double cellWidth,
      double cellHeight) {
    for (int row = 0; row < counts.categories().size(); row++) {
      String name = Drawing.shortened(counts.categories().get(row), LETTERS);
      double y = top + (row + 0.5) * cellHeight + 4;
      drawing.smallText(left - 6, y, name, Anchor.END, Ink.TEXT);
    }
    for (int column = 0; column < columns.size(); column++) {
      String name = Drawing.shortened(columns.get(column), LETTERS);
      double x = left + (column + 0.5) * cellWidth + 3;
      drawing.add(new Mark.Text(x, top - 6, name, Anchor.START, 11, Ink.TEXT, -45));
    }
  }

  private static void drawFrame(
      Drawing drawing, double left, double top, double width, double height) {
    drawing.line(left, top, left + width, top, Ink.GRID, 1);
    drawing.line(left, top + height, left + width, top + height, Ink.GRID, 1);
    drawing.line(left, top, left, top + height, Ink.GRID, 1);
    drawing.line(left + width, top, left + width, top + height, Ink.GRID, 1);
  }

  private double nameWidth() {
    return columnNames().stream()
        .map(name -> Drawing.shortened(name, LETTERS))
        .mapToDouble(name -> Drawing.textWidth(name, Drawing.SMALL_FONT_SIZE))
        .max()
        .orElse(0);
  }

  /** Lifts the small shares, which are the interesting ones. */
  private static double opacity(double share) {
    return Math.max(0.04, Math.pow(share, 0.6));
  }

  private static String number(double share) {
    double percent = share * 100;
    if (percent >= 99.95) {
      return "100";
    }
    return String.format(Locale.ROOT, "%.1f", percent);
  }
}
