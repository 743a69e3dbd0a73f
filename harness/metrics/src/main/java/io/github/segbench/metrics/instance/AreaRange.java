package io.github.segbench.metrics.instance;

import java.util.List;

/**
 * A range of object sizes, in pixels, both ends included.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code Params}.
 */
public enum AreaRange {
  ALL(0, 1e5 * 1e5),
  SMALL(0, 32 * 32),
  MEDIUM(32 * 32, 96 * 96),
  LARGE(96 * 96, 1e5 * 1e5);

  /** The ranges in the order of their ordinals. */
  static final List<AreaRange> ALL_RANGES = List.of(values());

  private final double least;
  private final double most;

  AreaRange(double least, double most) {
    this.least = least;
    this.most = most;
  }

  public boolean contains(double area) {
    return area >= least && area <= most;
  }
}
