package io.github.segbench.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines over a square from 0 to 100%, such as precision against recall, one for each model.
 *
 * @param curves at least one
 */
public record CurveChart(String xTitle, String yTitle, List<Curve> curves) {
  private static final int WIDTH = 390;
  private static final int PLOT_HEIGHT = 300;
  private static final int LEGEND_LINE = 22;

  /** Just beyond, so that the ends of the axes have their labels. */
  private static final double LOWEST = -1e-6;

  private static final double HIGHEST = 100 + 1e-6;
  private static final int LABELS = 6;
  private static final float LINE_WIDTH = 1.8f;
  private static final int LETTERS = 40;

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
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a chart without curves");
    }
  }

  public Picture draw() {
    int height = PLOT_HEIGHT + curves.size() * LEGEND_LINE;
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    XYStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setLegendLayout(Styler.LegendLayout.Vertical);
    styler.setLegendVisible(true);
    styler.setXAxisMin(LOWEST);
    styler.setXAxisMax(HIGHEST);
    styler.setYAxisMin(LOWEST);
    styler.setYAxisMax(HIGHEST);
    styler.setXAxisTickLabelsFormattingFunction(Drawing::plain);
    styler.setYAxisTickLabelsFormattingFunction(Drawing::plain);
    styler.setXAxisTickMarkSpacingHint(60);
    styler.setXAxisMaxLabelCount(LABELS);
    styler.setYAxisTickMarkSpacingHint(40);
    styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      XYSeries series = chart.addSeries("curve " + i, curve.x(), curve.y());
      series.setLabel(Drawing.shortened(curve.name(), LETTERS));
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(Ink.series(curve.series()).colour());
      series.setLineStyle(
          new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
    return new XChartPicture(chart, WIDTH, height);
  }
}
