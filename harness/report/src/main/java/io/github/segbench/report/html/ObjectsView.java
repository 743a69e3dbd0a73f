package io.github.segbench.report.html;

import java.util.List;

/**
 * What a comparison says of single objects, as the templates want it.
 *
 * @param data the data set and its images
 * @param curves precision against recall, one for each IoU
 * @param sizeFigures at most one
 * @param sizes at most one: numbers by the size of objects
 * @param quality at most one: PQ, SQ and RQ
 */
public record ObjectsView(
    String title,
    String data,
    List<FigureView> curves,
    List<FigureView> sizeFigures,
    List<TableView> sizes,
    List<TableView> quality) {
  public ObjectsView {
    curves = List.copyOf(curves);
    sizeFigures = List.copyOf(sizeFigures);
    sizes = List.copyOf(sizes);
    quality = List.copyOf(quality);
  }

  boolean isEmpty() {
    return curves.isEmpty() && sizes.isEmpty() && quality.isEmpty();
  }
}
