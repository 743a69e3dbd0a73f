package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import java.util.List;
import java.util.Objects;

/**
 * A horizontal bar for each model, with a line from one number to another across its end, such as
 * the interval of an accuracy or the way from the median to the 99th percentile of a latency.
 *
 * @param xTitle what the lengths are, with their unit
 * @param bars from top to bottom, at least one
 */
public record WhiskerChart(String xTitle, List<Bar> bars) {
  private static final double WIDTH = 600;
  private static final double ROW_HEIGHT = 30;
  private static final double BAR_HEIGHT = 16;
  private static final double CAP = 4;
  private static final double TOP = 8;
  private static final double BOTTOM = 46;
  private static final double ROOM_FOR_TEXT = 0.24;
  private static final int LETTERS = 28;

  /**
   * A model.
   *
   * @param series which of the inks
   * @param length not negative
   * @param low where the line begins
   * @param high where it ends; no line is drawn if it ends where it begins
   * @param text the numbers as they are written behind the bar
   */
  public record Bar(String name, int series, double length, double low, double high, String text) {
    public Bar {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      if (!(length >= 0) || !(low <= high)) {
        throw new IllegalArgumentException(
            "bar " + name + " has the length " + length + " and the line " + low + " to " + high);
      }
    }

    double end() {
      return Math.max(length, high);
    }
  }

  public WhiskerChart {
    Objects.requireNonNull(xTitle, "xTitle");
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a chart without bars");
    }
  }

  public Picture draw() {
    double left = 22 + Drawing.widest(bars.stream().map(Bar::name).toList(), LETTERS);
    double bottom = TOP + bars.size() * ROW_HEIGHT;
    double longest = bars.stream().mapToDouble(Bar::end).max().orElseThrow();
    double right = WIDTH - 16 - (WIDTH - left) * ROOM_FOR_TEXT;
    Scale scale = new Scale(0, longest > 0 ? longest : 1, left, right, false);
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    drawing.xAxis(scale, scale.ticks(5), TOP, bottom, xTitle);
    for (int i = 0; i < bars.size(); i++) {
      draw(drawing, scale, TOP + (i + 0.5) * ROW_HEIGHT, bars.get(i));
    }
    return drawing;
  }

  private static void draw(Drawing drawing, Scale scale, double middle, Bar bar) {
    String name = Drawing.shortened(bar.name(), LETTERS);
    drawing.text(scale.start() - 10, middle + 4, name, Anchor.END, Ink.TEXT);
    drawing.add(
        new Mark.Box(
            scale.start(),
            middle - BAR_HEIGHT / 2,
            scale.position(bar.length()) - scale.start(),
            BAR_HEIGHT,
            Ink.series(bar.series()),
            1,
            bar.name() + ": " + bar.text()));
    if (bar.high() > bar.low()) {
      double low = scale.position(bar.low());
      double high = scale.position(bar.high());
      drawing.line(low, middle, high, middle, Ink.TEXT, 1.5);
      drawing.line(low, middle - CAP, low, middle + CAP, Ink.TEXT, 1.5);
      drawing.line(high, middle - CAP, high, middle + CAP, Ink.TEXT, 1.5);
    }
    drawing.smallText(
        scale.position(bar.end()) + 8, middle + 4, bar.text(), Anchor.START, Ink.MUTED);
  }
}
