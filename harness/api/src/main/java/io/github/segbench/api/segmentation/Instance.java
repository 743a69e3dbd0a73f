package io.github.segbench.api.segmentation;

import java.util.Objects;

/**
 * One object: a detection, or an annotated object.
 *
 * @param category id in the label set, of a thing
 * @param score confidence, larger is surer; 1 for ground truth
 * @param mask its pixels, at the size of the image
 * @param box the detector's or the file's own box, which may differ from the mask's
 * @param crowd true for a region of many objects that were not told apart (COCO {@code iscrowd})
 * @param area in pixels; for ground truth the file's own value, which sorts it into a size range
 */
public record Instance(
    int category, double score, Mask mask, BoundingBox box, boolean crowd, double area) {
  /**
   * @throws IllegalArgumentException if the score is NaN, or the area NaN or negative
   */
  public Instance {
    Objects.requireNonNull(mask, "mask");
    Objects.requireNonNull(box, "box");
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("the score of an instance is NaN");
    }
    if (!(area >= 0)) {
      throw new IllegalArgumentException("the area of an instance is " + area);
    }
  }

  /** A detection whose box is given by the detector. */
  public static Instance detection(int category, double score, Mask mask, BoundingBox box) {
    return new Instance(category, score, mask, box, false, mask.area());
  }

  /** A detection that is known by its mask alone. */
  public static Instance detection(int category, double score, Mask mask) {
    return detection(category, score, mask, mask.boundingBox());
  }

  /** An annotated object; area and box are the mask's. */
  public static Instance groundTruth(int category, Mask mask) {
    return new Instance(category, 1, mask, mask.boundingBox(), false, mask.area());
  }

  /** The same object under another category id. */
  public Instance withCategory(int other) {
    return new Instance(other, score, mask, box, crowd, area);
  }
}
