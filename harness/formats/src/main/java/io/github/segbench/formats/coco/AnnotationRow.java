package io.github.segbench.formats.coco;

/** One annotation or result while it is read; used again for the next. */
final class AnnotationRow {
  static final double ABSENT = Double.NaN;

  boolean hasImage;
  long image;
  int category;
  boolean crowd;
  double score;
  double area;

  /** Left edge, upper edge, width, height; absent as a whole if the first is. */
  final double[] box = new double[4];

  SegmentationKind kind = SegmentationKind.BOX;

  /** The size that run lengths claim, 0 for anything else. */
  int width;

  int height;
  long address;
  int length;

  void clear() {
    hasImage = false;
    category = -1;
    crowd = false;
    score = ABSENT;
    area = ABSENT;
    box[0] = ABSENT;
    clearSegmentation();
  }

  void clearSegmentation() {
    kind = SegmentationKind.BOX;
    width = 0;
    height = 0;
    address = 0;
    length = 0;
  }

  boolean hasBox() {
    return !Double.isNaN(box[0]);
  }
}
