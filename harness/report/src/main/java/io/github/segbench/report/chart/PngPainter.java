package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Area;
import io.github.segbench.report.chart.Mark.Box;
import io.github.segbench.report.chart.Mark.Dot;
import io.github.segbench.report.chart.Mark.Line;
import io.github.segbench.report.chart.Mark.Polyline;
import io.github.segbench.report.chart.Mark.Text;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Paints a picture as PNG, at twice its size, on white. */
final class PngPainter {
  private static final int SCALE = 2;

  private PngPainter() {}

  static byte[] paint(Drawing drawing) {
    return paint(
        drawing.width(),
        drawing.height(),
        graphics -> drawing.marks().forEach(mark -> paint(graphics, mark)));
  }

  static byte[] paint(double width, double height, Consumer<Graphics2D> painter) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * SCALE),
            (int) Math.ceil(height * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
    painter.accept(graphics);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding a chart in memory", e);
    }
    return out.toByteArray();
  }

  private static void paint(Graphics2D graphics, Mark mark) {
    if (mark instanceof Box box) {
      fill(
          graphics,
          new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()),
          box.ink(),
          box.opacity());
    } else if (mark instanceof Line line) {
      graphics.setColor(line.ink().colour());
      graphics.setStroke(new BasicStroke((float) line.width()));
      graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
    } else if (mark instanceof Polyline line) {
      paint(graphics, line);
    } else if (mark instanceof Dot dot) {
      double diameter = 2 * dot.radius();
      fill(
          graphics,
          new Ellipse2D.Double(dot.x() - dot.radius(), dot.y() - dot.radius(), diameter, diameter),
          dot.ink(),
          1);
    } else if (mark instanceof Area area) {
      Path2D path = path(area.outline());
      path.closePath();
      fill(graphics, path, area.ink(), area.opacity());
    } else if (mark instanceof Text text) {
      paintText(graphics, text);
    }
  }

  private static void paint(Graphics2D graphics, Polyline line) {
    graphics.setColor(line.ink().colour());
    graphics.setStroke(
        new BasicStroke(
            (float) line.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            line.dashed() ? new float[] {Polyline.DASH, Polyline.GAP} : null,
            0));
    graphics.draw(path(line.points()));
  }

  private static Path2D path(List<Mark.Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).x(), points.get(0).y());
    points.forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }

  private static void paintText(Graphics2D graphics, Text text) {
    graphics.setFont(ChartStyle.font(Font.PLAIN, (float) text.size()));
    graphics.setColor(text.ink().colour());
    double width = graphics.getFontMetrics().stringWidth(text.words());
    double shift =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(Math.toRadians(text.degrees()), text.x(), text.y());
    graphics.drawString(text.words(), (float) (text.x() - shift), (float) text.y());
    graphics.setTransform(upright);
  }

  private static void fill(Graphics2D graphics, java.awt.Shape shape, Ink ink, double opacity) {
    graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
    graphics.setColor(ink.colour());
    graphics.fill(shape);
    graphics.setComposite(AlphaComposite.SrcOver);
  }
}
