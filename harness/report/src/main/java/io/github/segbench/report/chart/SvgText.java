package io.github.segbench.report.chart;

import io.github.segbench.report.chart.Mark.Area;
import io.github.segbench.report.chart.Mark.Box;
import io.github.segbench.report.chart.Mark.Dot;
import io.github.segbench.report.chart.Mark.Line;
import io.github.segbench.report.chart.Mark.Point;
import io.github.segbench.report.chart.Mark.Polyline;
import io.github.segbench.report.chart.Mark.Text;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a drawing as an {@code <svg>} element; an XML writer escapes every name in it. */
final class SvgText {
  private static final String FONTS = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

  private final Function<Ink, String> colours;

  /**
   * @param colours the CSS colour of an ink
   */
  SvgText(Function<Ink, String> colours) {
    this.colours = colours;
  }

  String write(Drawing drawing, String description) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attribute(xml, "width", drawing.width());
      attribute(xml, "height", drawing.height());
      xml.writeAttribute(
          "viewBox", "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
      xml.writeAttribute("role", "img");
      xml.writeAttribute("aria-label", printable(description));
      xml.writeAttribute("style", "font-family: " + FONTS);
      for (Mark mark : drawing.marks()) {
        write(xml, mark);
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an SVG in memory cannot fail to be written", e);
    }
    return out.toString();
  }

  private void write(XMLStreamWriter xml, Mark mark) throws XMLStreamException {
    if (mark instanceof Box box) {
      xml.writeStartElement("rect");
      attribute(xml, "x", box.x());
      attribute(xml, "y", box.y());
      attribute(xml, "width", box.width());
      attribute(xml, "height", box.height());
      fill(xml, box.ink(), box.opacity());
      titleAndEnd(xml, box.title());
    } else if (mark instanceof Line line) {
      xml.writeEmptyElement("line");
      attribute(xml, "x1", line.x1());
      attribute(xml, "y1", line.y1());
      attribute(xml, "x2", line.x2());
      attribute(xml, "y2", line.y2());
      xml.writeAttribute(
          "style",
          "stroke: " + colours.apply(line.ink()) + "; stroke-width: " + number(line.width()));
    } else if (mark instanceof Polyline line) {
      write(xml, line);
    } else if (mark instanceof Dot dot) {
      xml.writeStartElement("circle");
      attribute(xml, "cx", dot.x());
      attribute(xml, "cy", dot.y());
      attribute(xml, "r", dot.radius());
      fill(xml, dot.ink(), 1);
      titleAndEnd(xml, dot.title());
    } else if (mark instanceof Area area) {
      xml.writeStartElement("polygon");
      xml.writeAttribute("points", points(area.outline()));
      fill(xml, area.ink(), area.opacity());
      titleAndEnd(xml, area.title());
    } else if (mark instanceof Text text) {
      writeText(xml, text);
    }
  }

  private void write(XMLStreamWriter xml, Polyline line) throws XMLStreamException {
    xml.writeStartElement("polyline");
    xml.writeAttribute("points", points(line.points()));
    String style = "fill: none; stroke: " + colours.apply(line.ink());
    String dashes =
        line.dashed() ? "; stroke-dasharray: " + Polyline.DASH + " " + Polyline.GAP : "";
    xml.writeAttribute("style", style + "; stroke-width: " + number(line.width()) + dashes);
    titleAndEnd(xml, line.title());
  }

  private static String points(List<Point> points) {
    return points.stream()
        .map(point -> number(point.x()) + "," + number(point.y()))
        .collect(Collectors.joining(" "));
  }

  private void writeText(XMLStreamWriter xml, Text text) throws XMLStreamException {
    xml.writeStartElement("text");
    attribute(xml, "x", text.x());
    attribute(xml, "y", text.y());
    attribute(xml, "font-size", text.size());
    if (text.anchor() != Mark.Anchor.START) {
      xml.writeAttribute("text-anchor", text.anchor().name().toLowerCase(Locale.ROOT));
    }
    if (text.degrees() != 0) {
      xml.writeAttribute(
          "transform",
          "rotate("
              + number(text.degrees())
              + " "
              + number(text.x())
              + " "
              + number(text.y())
              + ")");
    }
    fill(xml, text.ink(), 1);
    xml.writeCharacters(printable(text.words()));
    xml.writeEndElement();
  }

  private void fill(XMLStreamWriter xml, Ink ink, double opacity) throws XMLStreamException {
    String style = "fill: " + colours.apply(ink);
    xml.writeAttribute(
        "style", opacity == 1 ? style : style + "; fill-opacity: " + number(opacity));
  }

  private static void titleAndEnd(XMLStreamWriter xml, String title) throws XMLStreamException {
    if (!title.isEmpty()) {
      xml.writeStartElement("title");
      xml.writeCharacters(printable(title));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, double value)
      throws XMLStreamException {
    xml.writeAttribute(name, number(value));
  }

  /** XML has no way to write control characters. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Two decimals at most: a hundredth of a pixel. */
  static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
