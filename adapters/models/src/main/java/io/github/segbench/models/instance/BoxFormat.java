package io.github.segbench.models.instance;

import java.util.Arrays;
import java.util.List;

/** What stands in a row of a network's box output. */
enum BoxFormat {
  /** Left, top, right, bottom. */
  EDGES("xyxy", 4, 0),
  /** The edges, then the score. */
  EDGES_SCORE("xyxy-score", 5, 0),
  /** The label as a number, the score, then the edges. */
  LABEL_SCORE_EDGES("label-score-xyxy", 6, 2);

  private final String id;
  private final int columns;
  private final int firstEdge;

  BoxFormat(String id, int columns, int firstEdge) {
    this.id = id;
    this.columns = columns;
    this.firstEdge = firstEdge;
  }

  /** The value in YAML. */
  String id() {
    return id;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(BoxFormat::id).toList();
  }

  static BoxFormat of(String id) {
    return Arrays.stream(values())
        .filter(format -> format.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no box format " + id));
  }

  int columns() {
    return columns;
  }

  /** The column of the left edge; the others follow. */
  int firstEdge() {
    return firstEdge;
  }

  boolean hasScore() {
    return this != EDGES;
  }

  boolean hasLabel() {
    return this == LABEL_SCORE_EDGES;
  }

  /** The column of the score, if it has one. */
  int scoreColumn() {
    return this == LABEL_SCORE_EDGES ? 1 : 4;
  }
}
