package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import io.github.segbench.report.chart.Mark.Point;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How latencies are spread: a ridge for each model over one axis in milliseconds, with marks at the
 * median and the 99th percentile. The axis is logarithmic when the models lie far apart.
 *
 * @param rows from top to bottom, at least one
 */
public record DistributionChart(String xTitle, List<Row> rows) {
  private static final double WIDTH = 600;
  private static final double ROW_HEIGHT = 56;
  private static final double RIDGE_HEIGHT = 40;
  private static final double TOP = 8;
  private static final double BOTTOM = 46;
  private static final double LOGARITHMIC_FROM = 6;
  private static final double ROOM_FOR_LABEL = 56;
  private static final int BINS = 160;
  private static final int LETTERS = 22;
  private static final double BEYOND = 1.06;

  /**
   * The latencies of one model.
   *
   * @param series which of the inks
   * @param buckets by ascending milliseconds
   */
  public record Row(String name, int series, double p50, double p99, List<Bucket> buckets) {
    public Row {
      Objects.requireNonNull(name, "name");
      buckets = List.copyOf(buckets);
    }
  }

  /** So many calls took about so many milliseconds. */
  public record Bucket(double millis, long count) {}

  public DistributionChart {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a distribution chart without rows");
    }
  }

  public Picture draw() {
    double left = 22 + Drawing.widest(rows.stream().map(Row::name).toList(), LETTERS);
    Scale scale = scale(left);
    double bottom = TOP + rows.size() * ROW_HEIGHT;
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    drawing.xAxis(scale, scale.ticks(7), TOP, bottom, xTitle);
    for (int i = 0; i < rows.size(); i++) {
      drawRow(drawing, scale, TOP + (i + 1) * ROW_HEIGHT, rows.get(i));
    }
    return drawing;
  }

  private static void drawRow(Drawing drawing, Scale scale, double base, Row row) {
    Ink ink = Ink.series(row.series());
    String name = Drawing.shortened(row.name(), LETTERS);
    drawing.line(scale.start(), base, scale.end(), base, Ink.GRID, 1);
    drawing.text(scale.start() - 10, base - 8, name, Anchor.END, Ink.TEXT);
    String title =
        row.name()
            + ": p50 "
            + Quantity.MILLIS.format(row.p50())
            + " ms, p99 "
            + Quantity.MILLIS.format(row.p99())
            + " ms";
    List<Point> ridge = ridge(scale, base, density(scale, row.buckets()));
    if (!ridge.isEmpty()) {
      drawing.add(new Mark.Area(ridge, ink, 0.55, title));
    }
    mark(
        drawing,
        scale.position(row.p50()),
        base,
        RIDGE_HEIGHT + 4,
        ink,
        "p50 " + Quantity.MILLIS.format(row.p50()));
    double p99 = scale.position(row.p99());
    drawing.line(p99, base, p99, base - 14, ink, 2);
    drawing.smallText(
        p99 + 5, base - 6, "p99 " + Quantity.MILLIS.format(row.p99()), Anchor.START, Ink.MUTED);
  }

  private static void mark(
      Drawing drawing, double x, double base, double height, Ink ink, String label) {
    drawing.line(x, base, x, base - height, ink, 2);
    drawing.smallText(x + 5, base - height + 1, label, Anchor.START, Ink.TEXT);
  }

  /** Calls per bin of the axis as shares of the fullest bin; calls beyond the axis are left out. */
  private static double[] density(Scale scale, List<Bucket> buckets) {
    double[] bins = new double[BINS];
    for (Bucket bucket : buckets) {
      double share =
          (scale.position(bucket.millis()) - scale.start()) / (scale.end() - scale.start());
      int bin = (int) Math.floor(share * BINS);
      if (bin >= 0 && bin < BINS) {
        bins[bin] += bucket.count();
      }
    }
    double highest = 0;
    for (double bin : bins) {
      highest = Math.max(highest, bin);
    }
    for (int i = 0; i < BINS && highest > 0; i++) {
      bins[i] /= highest;
    }
    return bins;
  }

  /**
   * Steps around the bins that are not empty, from the first to the last. Empty bins beside them
   * keep the outline from rising slowly over a gap.
   */
  private static List<Point> ridge(Scale scale, double base, double[] bins) {
    double binWidth = (scale.end() - scale.start()) / BINS;
    List<Point> outline = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      boolean before = i > 0 && bins[i - 1] > 0;
      boolean after = i + 1 < BINS && bins[i + 1] > 0;
      if (before || bins[i] > 0 || after) {
        double height = bins[i] * RIDGE_HEIGHT;
        outline.add(new Point(scale.start() + i * binWidth, base - height));
        outline.add(new Point(scale.start() + (i + 1) * binWidth, base - height));
      }
    }
    if (!outline.isEmpty()) {
      outline.add(0, new Point(outline.get(0).x(), base));
      outline.add(new Point(outline.get(outline.size() - 1).x(), base));
    }
    return outline;
  }

  /** From below the fastest call to above the slowest 99th percentile; rarer calls lie beyond. */
  private Scale scale(double left) {
    double slowest =
        rows.stream().mapToDouble(row -> Math.max(row.p50(), row.p99())).max().orElseThrow();
    double fastest =
        rows.stream()
            .mapToDouble(row -> row.buckets().isEmpty() ? row.p50() : row.buckets().get(0).millis())
            .min()
            .orElseThrow();
    boolean logarithmic = fastest > 0 && slowest / fastest >= LOGARITHMIC_FROM;
    double low = logarithmic ? fastest / BEYOND : 0;
    return new Scale(
        low, slowest * (logarithmic ? 1.2 : 1.06), left, WIDTH - ROOM_FOR_LABEL, logarithmic);
  }
}
