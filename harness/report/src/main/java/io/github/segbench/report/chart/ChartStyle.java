package io.github.segbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The one look of all charts that XChart draws. */
final class ChartStyle {
  private static final List<String> FAMILIES =
      List.of("Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans");
  private static final String FAMILY = installedFamily();
  private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

  private ChartStyle() {}

  static Font font(int style, float size) {
    return new Font(FAMILY, style, 1).deriveFont(size);
  }

  /** The first of the wanted font families that this machine has. */
  private static String installedFamily() {
    List<String> installed =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames(Locale.ROOT));
    return FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
  }

  static void apply(AxesChartStyler styler) {
    Font words = font(Font.PLAIN, (float) Drawing.FONT_SIZE);
    Font numbers = font(Font.PLAIN, (float) Drawing.SMALL_FONT_SIZE);
    styler.setBaseFont(words);
    styler.setChartBackgroundColor(TRANSPARENT);
    styler.setPlotBackgroundColor(TRANSPARENT);
    styler.setPlotBorderVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartFontColor(Ink.TEXT.colour());
    styler.setChartPadding(4);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendBackgroundColor(TRANSPARENT);
    styler.setLegendBorderColor(TRANSPARENT);
    styler.setLegendFont(words);
    styler.setAxisTitleFont(words);
    styler.setXAxisTitleColor(Ink.TEXT.colour());
    styler.setYAxisTitleColor(Ink.TEXT.colour());
    styler.setAxisTitlePadding(8);
    styler.setAxisTickLabelsFont(numbers);
    styler.setAxisTickLabelsColor(Ink.MUTED.colour());
    styler.setAxisTickMarksColor(Ink.GRID.colour());
    styler.setAxisTicksLineVisible(false);
    styler.setPlotGridLinesColor(Ink.GRID.colour());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setAnnotationTextFont(words);
    styler.setAnnotationTextFontColor(Ink.TEXT.colour());
    styler.setAntiAlias(true);
    styler.setLocale(Locale.ROOT);
  }
}
