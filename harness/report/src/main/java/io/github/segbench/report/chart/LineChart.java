package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line for each model over a few settings, such as numbers of threads, which stand at equal
 * distances. The vertical axis begins at 0.
 *
 * @param xTitle what the settings are
 * @param yTitle what is measured, with its unit
 * @param lines at least one
 */
public record LineChart(String xTitle, String yTitle, List<Line> lines) {
  private static final double WIDTH = 600;
  private static final double PLOT_HEIGHT = 240;
  private static final double LEFT = 64;
  private static final double BOTTOM = 46;
  private static final double MARGIN = 40;
  private static final double RADIUS = 4;
  private static final double ROOM_ABOVE = 1.1;

  /**
   * A model.
   *
   * @param series which of the inks
   * @param values by setting; at least one, none negative
   */
  public record Line(String name, int series, SortedMap<Integer, Double> values) {
    public Line {
      Objects.requireNonNull(name, "name");
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      if (values.isEmpty() || values.values().stream().anyMatch(value -> !(value >= 0))) {
        throw new IllegalArgumentException("line " + name + " has the values " + values);
      }
    }
  }

  public LineChart {
    Objects.requireNonNull(xTitle, "xTitle");
    Objects.requireNonNull(yTitle, "yTitle");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chart without lines");
    }
  }

  /** All settings that any line has, ascending. */
  public List<Integer> settings() {
    return lines.stream()
        .flatMap(line -> line.values().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  public Picture draw() {
    Legend legend = new Legend(WIDTH - 16);
    lines.forEach(line -> legend.add(line.name(), Ink.series(line.series())));
    double top = 12 + legend.height();
    double bottom = top + PLOT_HEIGHT;
    double right = WIDTH - 16;
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    legend.draw(drawing, 8, 4);
    Scale y = new Scale(0, highest() * ROOM_ABOVE, bottom, top, false);
    drawing.yAxis(y, y.ticks(5), LEFT, right, yTitle);
    List<Integer> settings = settings();
    Scale x = new Scale(0, Math.max(1, settings.size() - 1), LEFT + MARGIN, right - MARGIN, false);
    for (int i = 0; i < settings.size(); i++) {
      String setting = Integer.toString(settings.get(i));
      drawing.smallText(x.position(i), bottom + 16, setting, Anchor.MIDDLE, Ink.MUTED);
    }
    drawing.text((LEFT + right) / 2, bottom + 38, xTitle, Anchor.MIDDLE, Ink.TEXT);
    lines.forEach(line -> draw(drawing, x, y, settings, line));
    return drawing;
  }

  private void draw(Drawing drawing, Scale x, Scale y, List<Integer> settings, Line line) {
    Ink ink = Ink.series(line.series());
    List<Mark.Point> points = new ArrayList<>();
    line.values()
        .forEach(
            (setting, value) -> {
              Mark.Point point =
                  new Mark.Point(x.position(settings.indexOf(setting)), y.position(value));
              String title =
                  line.name() + ", " + xTitle + " " + setting + ": " + Quantity.RATE.format(value);
              drawing.add(new Mark.Dot(point.x(), point.y(), RADIUS, ink, title));
              points.add(point);
            });
    if (points.size() > 1) {
      drawing.add(new Mark.Polyline(points, ink, 2, Ink.isDeep(line.series()), ""));
    }
  }

  private double highest() {
    double highest =
        lines.stream()
            .flatMap(line -> line.values().values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    return highest > 0 ? highest : 1;
  }
}
