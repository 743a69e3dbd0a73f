package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A chart that XChart has no kind for: marks, from back to front. */
final class Drawing implements Picture {
  static final double FONT_SIZE = 12;
  static final double SMALL_FONT_SIZE = 11;

  /** How much wider than Helvetica a font may be; DejaVu Sans, which Linux falls back on, is. */
  private static final double WIDER = 1.12;

  private final double width;
  private final double height;
  private final List<Mark> marks = new ArrayList<>();

  Drawing(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** How wide a text is at most in the usual sans-serif fonts, in pixels. */
  static double textWidth(String words, double size) {
    return LetterWidths.of(words) * WIDER * size;
  }

  /** The text, cut in the middle to so many letters: names often differ at their ends. */
  static String shortened(String words, int letters) {
    if (words.length() <= letters) {
      return words;
    }
    int tail = (letters - 1) * 2 / 5;
    return words.substring(0, letters - 1 - tail) + "…" + words.substring(words.length() - tail);
  }

  /** The width of the widest of some names, each shortened to so many letters. */
  static double widest(List<String> names, int letters) {
    return names.stream()
        .mapToDouble(name -> textWidth(shortened(name, letters), FONT_SIZE))
        .max()
        .orElse(0);
  }

  /** Grid lines, their values and the title of a horizontal axis. */
  void xAxis(Scale scale, List<Double> ticks, double top, double bottom, String title) {
    for (double tick : ticks) {
      double x = scale.position(tick);
      line(x, top, x, bottom, Ink.GRID, 1);
      smallText(x, bottom + 16, plain(tick), Anchor.MIDDLE, Ink.MUTED);
    }
    text((scale.start() + scale.end()) / 2, bottom + 38, title, Anchor.MIDDLE, Ink.TEXT);
  }

  /** Grid lines, their values and the title of a vertical axis. */
  void yAxis(Scale scale, List<Double> ticks, double left, double right, String title) {
    for (double tick : ticks) {
      double y = scale.position(tick);
      line(left, y, right, y, Ink.GRID, 1);
      smallText(left - 8, y + 4, plain(tick), Anchor.END, Ink.MUTED);
    }
    double middle = (scale.start() + scale.end()) / 2;
    marks.add(new Mark.Text(16, middle, title, Anchor.MIDDLE, FONT_SIZE, Ink.TEXT, -90));
  }

  /** The number with as few digits as it needs. */
  static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  void box(double x, double y, double boxWidth, double boxHeight, Ink ink, double opacity) {
    marks.add(new Mark.Box(x, y, boxWidth, boxHeight, ink, opacity, ""));
  }

  void line(double x1, double y1, double x2, double y2, Ink ink, double lineWidth) {
    marks.add(new Mark.Line(x1, y1, x2, y2, ink, lineWidth));
  }

  void text(double x, double y, String words, Anchor anchor, Ink ink) {
    marks.add(new Mark.Text(x, y, words, anchor, FONT_SIZE, ink, 0));
  }

  void smallText(double x, double y, String words, Anchor anchor, Ink ink) {
    marks.add(new Mark.Text(x, y, words, anchor, SMALL_FONT_SIZE, ink, 0));
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  @Override
  public String inlineSvg(String id, String description) {
    return new SvgText(Ink::css).write(this, description);
  }

  @Override
  public String svgFile(String description) {
    return new SvgText(Ink::hex).write(this, description);
  }

  @Override
  public byte[] png() {
    return PngPainter.paint(this);
  }
}
