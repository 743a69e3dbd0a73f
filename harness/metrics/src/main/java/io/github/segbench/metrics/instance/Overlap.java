package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import java.util.function.Supplier;

/** What of two instances is compared. */
public enum Overlap {
  MASK("", "masks", MaskIou::new),
  BOX("box", "boxes", BoxIou::new),
  BOUNDARY("boundary", "boundaries", BoundaryIou::new);

  private final String prefix;
  private final String plural;
  private final Supplier<OverlapMeasure> measure;

  Overlap(String prefix, String plural, Supplier<OverlapMeasure> measure) {
    this.prefix = prefix;
    this.plural = plural;
    this.measure = measure;
  }

  /** What stands before the name of a metric: nothing, as in AP, or box, as in boxAP. */
  String prefix() {
    return prefix;
  }

  /** What is compared, in a word: "masks". */
  public String plural() {
    return plural;
  }

  /** A measure of its own, for one thread. */
  OverlapMeasure measure() {
    return measure.get();
  }

  /** The area that sorts an unmatched detection into a size range, in pixels. */
  public double areaOf(Instance detection) {
    BoundingBox box = detection.box();
    return this == BOX ? box.width() * box.height() : detection.area();
  }
}
