package io.github.segbench.formats.coco;

/** The ways in which COCO files give the pixels of an object. */
enum SegmentationKind {
  /** By its box alone. */
  BOX,
  /** Run lengths as a compressed string, a byte a character. */
  RLE_STRING,
  /** Run lengths, four bytes each. */
  RLE_COUNTS,
  /**
   * The number of polygons, their numbers of coordinates (four bytes each), then the coordinates.
   */
  POLYGONS
}
