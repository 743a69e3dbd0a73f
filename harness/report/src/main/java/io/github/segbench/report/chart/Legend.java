package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The names of a chart's series over the plot, in as many lines as the width asks for. */
final class Legend {
  static final double LINE_HEIGHT = 20;
  private static final double GAP = 34;
  private static final double SWATCH = 9;
  private static final int LETTERS = 40;

  private final List<Item> items = new ArrayList<>();
  private final double width;
  private double nextX;
  private int line;

  /** A name and where it stands. */
  private record Item(String name, Ink ink, double x, int line) {}

  Legend(double width) {
    this.width = width;
  }

  void add(String fullName, Ink ink) {
    String name = Drawing.shortened(fullName, LETTERS);
    double size = Drawing.textWidth(name, Drawing.FONT_SIZE) + GAP;
    if (nextX > 0 && nextX + size > width) {
      nextX = 0;
      line++;
    }
    items.add(new Item(name, ink, nextX, line));
    nextX += size;
  }

  double height() {
    return items.isEmpty() ? 0 : (line + 1) * LINE_HEIGHT;
  }

  void draw(Drawing drawing, double left, double top) {
    for (Item item : items) {
      double base = top + item.line() * LINE_HEIGHT + 13;
      drawing.box(left + item.x(), base - SWATCH, SWATCH, SWATCH, item.ink(), 1);
      drawing.text(left + item.x() + SWATCH + 5, base, item.name(), Anchor.START, Ink.TEXT);
    }
  }
}
