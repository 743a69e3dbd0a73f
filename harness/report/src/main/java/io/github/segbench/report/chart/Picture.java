package io.github.segbench.report.chart;

/** A chart that has been laid out. */
public interface Picture {
  /**
   * An {@code <svg>} element to be put into a page. Its colours follow the page's theme.
   *
   * @param id unique on the page, lower-case letters, digits and dashes
   * @param description what a reader who cannot see the chart should know
   */
  String inlineSvg(String id, String description);

  /** An SVG file that stands alone. */
  String svgFile(String description);

  /** A PNG file at twice the size, on white. */
  byte[] png();
}
