package io.github.segbench.report.chart;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.report.chart.Mark.Anchor;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row for each category, and in it a dot with its interval for each model. It shows asymmetric
 * intervals and a hundred categories, which bars do not.
 *
 * @param xTitle what the values are
 * @param rows from top to bottom
 * @param models each with one value a row
 */
public record DotChart(String xTitle, List<String> rows, List<Model> models) {
  private static final double WIDTH = 600;
  private static final double MODEL_HEIGHT = 7;
  private static final double ROW_GAP = 12;
  private static final double LOWEST_ROW = 30;
  private static final double BOTTOM = 46;
  private static final double RADIUS = 3.5;
  private static final int LETTERS = 22;

  /**
   * The dots of one model.
   *
   * @param series which of the inks
   * @param values one a row; null where it has none
   */
  public record Model(String name, int series, List<Value> values) {
    public Model {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
    }
  }

  /**
   * Where a dot is.
   *
   * @param percent null for no dot
   * @param interval of the same unit; null for none
   */
  public record Value(@Nullable Double percent, @Nullable Interval interval) {
    /** From a fraction and its interval. */
    public static Value ofFraction(@Nullable Double fraction, @Nullable Interval interval) {
      return new Value(
          fraction == null ? null : fraction * 100,
          interval == null ? null : new Interval(interval.low() * 100, interval.high() * 100));
    }
  }

  public DotChart {
    rows = List.copyOf(rows);
    models = List.copyOf(models);
    for (Model model : models) {
      if (model.values().size() != rows.size()) {
        throw new IllegalArgumentException(
            model.name() + ": " + model.values().size() + " values for " + rows.size() + " rows");
      }
    }
  }

  public Picture draw() {
    double rowHeight = Math.max(LOWEST_ROW, models.size() * MODEL_HEIGHT + ROW_GAP);
    Legend legend = new Legend(WIDTH - 16);
    models.forEach(model -> legend.add(model.name(), Ink.series(model.series())));
    double top = 8 + legend.height();
    double bottom = top + rows.size() * rowHeight;
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    legend.draw(drawing, 8, 4);
    double left = 20 + Drawing.widest(rows, LETTERS);
    Scale scale = scale(left);
    drawing.xAxis(scale, scale.ticks(6), top, bottom, xTitle);
    for (int row = 0; row < rows.size(); row++) {
      double y = top + row * rowHeight;
      drawing.line(left, y + rowHeight, scale.end(), y + rowHeight, Ink.GRID, 1);
      String name = Drawing.shortened(rows.get(row), LETTERS);
      drawing.text(left - 10, y + rowHeight / 2 + 4, name, Anchor.END, Ink.TEXT);
      for (int model = 0; model < models.size(); model++) {
        drawDot(
            drawing,
            scale,
            y + rowHeight / 2 + (model - (models.size() - 1) / 2.0) * MODEL_HEIGHT,
            model,
            row);
      }
    }
    return drawing;
  }

  private void drawDot(Drawing drawing, Scale scale, double y, int index, int row) {
    Model model = models.get(index);
    Value value = model.values().get(row);
    if (value.percent() == null) {
      return;
    }
    Ink ink = Ink.series(model.series());
    String title = rows.get(row) + ", " + model.name() + ": " + percent(value.percent()) + "%";
    Interval interval = value.interval();
    if (interval != null) {
      drawing.line(scale.position(interval.low()), y, scale.position(interval.high()), y, ink, 1.5);
      title += " [" + percent(interval.low()) + ", " + percent(interval.high()) + "]";
    }
    drawing.add(new Mark.Dot(scale.position(value.percent()), y, RADIUS, ink, title));
  }

  /** From a round value below the lowest to one above the highest. */
  private Scale scale(double left) {
    DoubleSummaryStatistics ends =
        models.stream()
            .flatMap(model -> model.values().stream())
            .flatMap(DotChart::ends)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    boolean empty = ends.getCount() == 0;
    double low = empty ? 0 : Math.max(0, Math.floor((ends.getMin() - 1) / 10) * 10);
    double high = empty ? 100 : Math.min(100, Math.ceil((ends.getMax() + 1) / 10) * 10);
    return new Scale(low, high, left, WIDTH - 24, false);
  }

  private static Stream<Double> ends(Value value) {
    Interval interval = value.interval();
    return interval == null
        ? Stream.ofNullable(value.percent())
        : Stream.of(interval.low(), interval.high());
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
