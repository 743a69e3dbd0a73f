package io.github.segbench.report.html;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import io.github.segbench.report.chart.Picture;

/**
 * A chart as the templates want it.
 *
 * @param name usable as an id and as a file name
 * @param title of a chart among several; empty for none
 * @param description what a reader who cannot see it should know
 * @param svg the {@code <svg>} element, which needs no escaping
 */
public record FigureView(
    String name, String title, String description, TemplateHTMLOutputModel svg) {

  static FigureView of(String name, String title, String description, Picture picture) {
    try {
      return new FigureView(
          name,
          title,
          description,
          HTMLOutputFormat.INSTANCE.fromMarkup(picture.inlineSvg(name, description)));
    } catch (TemplateModelException e) {
      throw new IllegalStateException("markup of chart " + name, e);
    }
  }
}
