package io.github.segbench.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lines over a square from 0 to 100%, such as precision against recall, one for each model.
 *
 * @param curves at least one
 */
public record CurveChart(String xTitle, String yTitle, List<Curve> curves) {
  private static final double WIDTH = 390;
  private static final double PLOT_HEIGHT = 260;
  private static final double LEFT = 60;
  private static final double RIGHT = 20;
  private static final double BOTTOM = 46;
  private static final int TICKS = 5;
  private static final double LINE_WIDTH = 1.8;

  /**
   * The line of one model.
   *
   * @param series which of the inks
   * @param x per cent, ascending
   * @param y per cent, one for each x
   */
  public record Curve(String name, int series, List<Double> x, List<Double> y) {
    public Curve {
      Objects.requireNonNull(name, "name");
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.isEmpty() || x.size() != y.size()) {
        throw new IllegalArgumentException(
            name + ": " + x.size() + " values of x for " + y.size() + " of y");
      }
    }
  }

  public CurveChart {
    Objects.requireNonNull(xTitle, "xTitle");
    Objects.requireNonNull(yTitle, "yTitle");
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a chart without curves");
    }
  }

  public Picture draw() {
    Legend legend = new Legend(WIDTH - 16);
    curves.forEach(curve -> legend.add(curve.name(), Ink.series(curve.series())));
    double top = 12 + legend.height();
    double bottom = top + PLOT_HEIGHT;
    double right = WIDTH - RIGHT;
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    legend.draw(drawing, 8, 4);
    Scale x = new Scale(0, 100, LEFT, right, false);
    Scale y = new Scale(0, 100, bottom, top, false);
    drawing.yAxis(y, y.ticks(TICKS), LEFT, right, yTitle);
    drawing.xAxis(x, x.ticks(TICKS), top, bottom, xTitle);
    curves.forEach(curve -> draw(drawing, x, y, curve));
    return drawing;
  }

  private static void draw(Drawing drawing, Scale x, Scale y, Curve curve) {
    List<Mark.Point> points = new ArrayList<>();
    for (int i = 0; i < curve.x().size(); i++) {
      points.add(new Mark.Point(x.position(curve.x().get(i)), y.position(curve.y().get(i))));
    }
    Ink ink = Ink.series(curve.series());
    boolean dashed = Ink.isDeep(curve.series());
    drawing.add(new Mark.Polyline(points, ink, LINE_WIDTH, dashed, curve.name()));
  }
}
