package io.github.segbench.report.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.internal.chartpart.IChart;

/** A chart that XChart draws. Its letters are outlines, so no name can become markup. */
final class XChartPicture implements Picture {
  /** XChart writes coordinates to fifteen digits; a hundredth of a pixel is enough. */
  private static final Pattern LONG_NUMBER = Pattern.compile("(\\d\\.\\d\\d)\\d+");

  private static final Pattern PROLOGUE = Pattern.compile("^.*?(?=<svg)", Pattern.DOTALL);
  private static final Pattern CLIP = Pattern.compile("clip(?=-?\\d)");
  private static final Pattern BETWEEN_ELEMENTS = Pattern.compile(">\\s+<");

  private final IChart chart;
  private final int width;
  private final int height;

  XChartPicture(IChart chart, int width, int height) {
    this.chart = chart;
    this.width = width;
    this.height = height;
  }

  @Override
  public String inlineSvg(String id, String description) {
    String svg = described(description);
    svg = CLIP.matcher(svg).replaceAll(Matcher.quoteReplacement(id + "-clip"));
    for (Ink ink : Ink.all()) {
      Color colour = ink.colour();
      String written =
          "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
      svg = svg.replace(written, ink.css());
    }
    return svg;
  }

  @Override
  public String svgFile(String description) {
    return described(description) + "\n";
  }

  @Override
  public byte[] png() {
    return PngPainter.paint(width, height, graphics -> chart.paint(graphics, width, height));
  }

  private String described(String description) {
    String svg = PROLOGUE.matcher(encoded()).replaceFirst("").strip();
    svg = LONG_NUMBER.matcher(svg).replaceAll("$1");
    svg = BETWEEN_ELEMENTS.matcher(svg).replaceAll("><");
    return svg.replaceFirst(
        "<svg ",
        Matcher.quoteReplacement("<svg role=\"img\" aria-label=\"" + escaped(description) + "\" "));
  }

  private static String escaped(String text) {
    return SvgText.printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;");
  }

  private String encoded() {
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(graphics, width, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(graphics.getCommands(), new PageSize(width, height))
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("drawing a chart in memory", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
