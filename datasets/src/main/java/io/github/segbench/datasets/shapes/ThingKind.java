package io.github.segbench.datasets.shapes;

/** The four forms of things, in the order of their labels. */
enum ThingKind {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  STAR;

  int label() {
    return ShapesLabels.FIRST_THING + ordinal();
  }

  /**
   * @param angle of the first axis in radians
   * @param size about half the extent, in pixels
   * @param aspect height over width of a square; others have none
   */
  Outline outline(double angle, double size, double aspect) {
    return switch (this) {
      case CIRCLE -> new Outline.Circle(angle, size);
      case SQUARE -> new Outline.Square(angle, size, aspect);
      case TRIANGLE -> new Outline.Triangle(angle, size);
      case STAR -> new Star(angle, size);
    };
  }
}
