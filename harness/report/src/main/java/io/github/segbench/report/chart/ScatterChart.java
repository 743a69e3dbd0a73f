package io.github.segbench.report.chart;

import io.github.segbench.report.chart.LabelPlacement.Rectangle;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Accuracy against latency: a labelled point with its interval for each model, and the staircase of
 * those that no other one beats in both.
 *
 * @param points at least one
 */
public record ScatterChart(String xTitle, String yTitle, List<Point> points) {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 300;
  private static final int AXES_WIDTH = 70;
  private static final int AXES_HEIGHT = 60;
  private static final int MARKER_SIZE = 9;
  private static final double LOGARITHMIC_FROM = 20;
  private static final int LETTERS = 28;

  /** XChart labels no value that stands at the very end of an axis. */
  private static final double NOTHING = 1e-8;

  /**
   * A model.
   *
   * @param series which of the inks
   * @param x positive; lower is better
   * @param low lower end of the interval of y, or y
   * @param high upper end of the interval of y, or y
   */
  public record Point(String label, int series, double x, double y, double low, double high) {}

  public ScatterChart {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a scatter chart without points");
    }
  }

  /** The points that no other one beats in both axes, by ascending x. */
  public List<Point> front() {
    List<Point> front = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    List<Point> byX = new ArrayList<>(points);
    byX.sort(
        Comparator.comparingDouble(Point::x).thenComparing(Point::y, Comparator.reverseOrder()));
    for (Point point : byX) {
      if (point.y() > best) {
        best = point.y();
        front.add(point);
      }
    }
    return front;
  }

  public Picture draw() {
    Scale x = xScale();
    Scale y = yScale();
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    XYStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setLegendVisible(false);
    styler.setXAxisLogarithmic(x.logarithmic());
    styler.setPlotGridVerticalLinesVisible(!x.logarithmic());
    styler.setXAxisMin(x.logarithmic() ? x.low() : x.low() - x.high() * NOTHING);
    styler.setXAxisMax(x.high());
    styler.setYAxisMin(y.low());
    styler.setYAxisMax(y.high());
    styler.setXAxisTickLabelsFormattingFunction(Drawing::plain);
    styler.setYAxisTickLabelsFormattingFunction(Drawing::plain);
    styler.setXAxisTickMarkSpacingHint(60);
    styler.setYAxisTickMarkSpacingHint(40);
    styler.setMarkerSize(MARKER_SIZE);
    styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    List<Point> front = front();
    if (points.size() > 1) {
      addFront(chart, front, x.high());
    }
    for (int i = 0; i < points.size(); i++) {
      addPoint(chart, "point " + i, points.get(i));
    }
    addLabels(chart, x, y);
    return new XChartPicture(chart, WIDTH, HEIGHT);
  }

  private Scale xScale() {
    double least = points.stream().mapToDouble(Point::x).min().orElseThrow();
    double most = points.stream().mapToDouble(Point::x).max().orElseThrow();
    boolean logarithmic = most / least >= LOGARITHMIC_FROM;
    double low = logarithmic ? least / 1.6 : 0;
    double high = logarithmic ? most * 1.6 : most * 1.2;
    return new Scale(low, high, 0, WIDTH - AXES_WIDTH, logarithmic);
  }

  private Scale yScale() {
    double least = points.stream().mapToDouble(Point::low).min().orElseThrow();
    double most = points.stream().mapToDouble(Point::high).max().orElseThrow();
    double margin = Math.max(1, (most - least) * 0.2);
    return new Scale(
        Math.max(0, Math.floor(least - margin)),
        Math.min(100, Math.ceil(most + margin)),
        HEIGHT - AXES_HEIGHT,
        0,
        false);
  }

  /** Dashes under the points: the best accuracy to be had within each latency. */
  private static void addFront(XYChart chart, List<Point> front, double xEnd) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Point point : front) {
      if (!y.isEmpty()) {
        x.add(point.x());
        y.add(y.get(y.size() - 1));
      }
      x.add(point.x());
      y.add(point.y());
    }
    x.add(xEnd);
    y.add(y.get(y.size() - 1));
    XYSeries series = chart.addSeries("front", x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(Ink.MUTED.colour());
    series.setLineStyle(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 3}, 0));
  }

  private void addPoint(XYChart chart, String name, Point point) {
    XYSeries interval =
        chart.addSeries(
            name + " interval",
            new double[] {point.x(), point.x()},
            new double[] {point.low(), point.high()});
    interval.setMarker(SeriesMarkers.NONE);
    interval.setLineColor(Ink.series(point.series()).colour());
    interval.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    XYSeries marker = chart.addSeries(name, new double[] {point.x()}, new double[] {point.y()});
    marker.setMarker(SeriesMarkers.CIRCLE);
    marker.setMarkerColor(Ink.series(point.series()).colour());
  }

  private void addLabels(XYChart chart, Scale x, Scale y) {
    LabelPlacement placement =
        new LabelPlacement(new Rectangle(0, 0, WIDTH - AXES_WIDTH, HEIGHT - AXES_HEIGHT));
    for (Point point : points) {
      placement.avoid(
          Rectangle.around(x.position(point.x()), y.position(point.y()), MARKER_SIZE, MARKER_SIZE));
      double top = y.position(point.high());
      placement.avoid(
          new Rectangle(x.position(point.x()) - 1, top, 2, y.position(point.low()) - top));
    }
    if (points.size() > 1) {
      avoidFront(placement, x, y);
    }
    for (Point point : points) {
      String label = Drawing.shortened(point.label(), LETTERS);
      Rectangle box =
          placement.place(
              x.position(point.x()),
              y.position(point.y()),
              Drawing.textWidth(label, Drawing.FONT_SIZE),
              Drawing.FONT_SIZE);
      chart.addAnnotation(
          new AnnotationText(label, x.value(box.centreX()), y.value(box.centreY()), false));
    }
  }

  private void avoidFront(LabelPlacement placement, Scale x, Scale y) {
    List<Point> front = front();
    for (int i = 0; i < front.size(); i++) {
      double left = x.position(front.get(i).x());
      double top = y.position(front.get(i).y());
      double right = i + 1 < front.size() ? x.position(front.get(i + 1).x()) : x.end();
      placement.avoid(new Rectangle(left, top - 1, right - left, 2));
      if (i > 0) {
        double below = y.position(front.get(i - 1).y());
        placement.avoid(new Rectangle(left - 1, top, 2, below - top));
      }
    }
  }
}
