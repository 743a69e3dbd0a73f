package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import java.util.List;
import java.util.Objects;

/**
 * A horizontal bar for each of many rows, with its value written behind it.
 *
 * @param xTitle what the lengths are
 * @param bars from top to bottom, at least one
 */
public record BarChart(String xTitle, List<Bar> bars) {
  private static final double WIDTH = 600;
  private static final double ROW_HEIGHT = 18;
  private static final double BAR_HEIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 46;
  private static final double ROOM_FOR_VALUE = 1.15;
  private static final int LETTERS = 22;

  /**
   * A row.
   *
   * @param length not negative
   * @param text the length as it is written
   */
  public record Bar(String name, double length, String text) {
    public Bar {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      if (!(length >= 0)) {
        throw new IllegalArgumentException("bar " + name + " has the length " + length);
      }
    }
  }

  public BarChart {
    Objects.requireNonNull(xTitle, "xTitle");
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a bar chart without bars");
    }
  }

  public Picture draw() {
    double left = 22 + Drawing.widest(bars.stream().map(Bar::name).toList(), LETTERS);
    double bottom = TOP + bars.size() * ROW_HEIGHT;
    double longest = bars.stream().mapToDouble(Bar::length).max().orElseThrow();
    Scale scale = new Scale(0, longest > 0 ? longest * ROOM_FOR_VALUE : 1, left, WIDTH - 16, false);
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    drawing.xAxis(scale, scale.ticks(6), TOP, bottom, xTitle);
    for (int i = 0; i < bars.size(); i++) {
      draw(drawing, scale, TOP + (i + 0.5) * ROW_HEIGHT, bars.get(i));
    }
    return drawing;
  }

  private static void draw(Drawing drawing, Scale scale, double middle, Bar bar) {
    String name = Drawing.shortened(bar.name(), LETTERS);
    drawing.text(scale.start() - 10, middle + 4, name, Anchor.END, Ink.TEXT);
    double end = scale.position(bar.length());
    drawing.add(
        new Mark.Box(
            scale.start(),
            middle - BAR_HEIGHT / 2,
            end - scale.start(),
            BAR_HEIGHT,
            Ink.series(0),
            1,
            bar.name() + ": " + bar.text()));
    drawing.smallText(end + 6, middle + 4, bar.text(), Anchor.START, Ink.MUTED);
  }
}
