package io.github.segbench.metrics.instance;

/** What of two instances is compared. */
public enum Overlap {
  MASK(new MaskIou());

  private final OverlapMeasure measure;

  Overlap(OverlapMeasure measure) {
    this.measure = measure;
  }

  OverlapMeasure measure() {
    return measure;
  }
}
