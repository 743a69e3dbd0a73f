package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Anchor;
import io.github.segbench.report.table.Quantity;
import java.util.List;
import java.util.Objects;

/**
 * Horizontal bars made of layers, such as the stages of each model, in milliseconds.
 *
 * @param bars names of the bars from top to bottom, at least one
 * @param layers from left to right
 */
public record StackedBarChart(String xTitle, List<String> bars, List<Layer> layers) {
  private static final double WIDTH = 600;
  private static final double ROW_HEIGHT = 44;
  private static final double BAR_HEIGHT = 22;
  private static final double BOTTOM = 46;
  private static final double ROOM_FOR_SUM = 1.12;
  private static final int LETTERS = 22;

  /**
   * A part of every bar.
   *
   * @param values milliseconds, one a bar; 0 where the bar has no such part
   */
  public record Layer(String name, Ink ink, List<Double> values) {
    public Layer {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(ink, "ink");
      values = List.copyOf(values);
    }
  }

  public StackedBarChart {
    bars = List.copyOf(bars);
    layers = List.copyOf(layers);
    for (Layer layer : layers) {
      if (layer.values().size() != bars.size() || bars.isEmpty()) {
        throw new IllegalArgumentException(
            "layer " + layer.name() + ": " + layer.values().size() + " values for " + bars);
      }
    }
  }

  /** The length of a bar, milliseconds. */
  public double sum(int bar) {
    return layers.stream().mapToDouble(layer -> layer.values().get(bar)).sum();
  }

  public Picture draw() {
    Legend legend = new Legend(WIDTH - 16);
    layers.forEach(layer -> legend.add(layer.name(), layer.ink()));
    double top = 8 + legend.height();
    double bottom = top + bars.size() * ROW_HEIGHT;
    Drawing drawing = new Drawing(WIDTH, bottom + BOTTOM);
    legend.draw(drawing, 8, 4);
    double left = 22 + Drawing.widest(bars, LETTERS);
    Scale scale = new Scale(0, longest() * ROOM_FOR_SUM, left, WIDTH - 16, false);
    drawing.xAxis(scale, scale.ticks(6), top, bottom, xTitle);
    for (int bar = 0; bar < bars.size(); bar++) {
      drawBar(drawing, scale, top + (bar + 0.5) * ROW_HEIGHT, bar);
    }
    return drawing;
  }

  private void drawBar(Drawing drawing, Scale scale, double middle, int bar) {
    String name = Drawing.shortened(bars.get(bar), LETTERS);
    drawing.text(scale.start() - 10, middle + 4, name, Anchor.END, Ink.TEXT);
    double sum = 0;
    for (Layer layer : layers) {
      double value = layer.values().get(bar);
      double x = scale.position(sum);
      String title =
          bars.get(bar) + ", " + layer.name() + ": " + Quantity.MILLIS.format(value) + " ms";
      drawing.add(
          new Mark.Box(
              x,
              middle - BAR_HEIGHT / 2,
              scale.position(sum + value) - x,
              BAR_HEIGHT,
              layer.ink(),
              1,
              title));
      sum += value;
    }
    drawing.smallText(
        scale.position(sum) + 6, middle + 4, Quantity.MILLIS.format(sum), Anchor.START, Ink.MUTED);
  }

  private double longest() {
    double longest = 0;
    for (int bar = 0; bar < bars.size(); bar++) {
      longest = Math.max(longest, sum(bar));
    }
    return longest > 0 ? longest : 1;
  }
}
