package io.github.segbench.metrics.semantic;

/**
 * COCO's ranges of the pixels of an object; both ends belong to a range.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code Params}.
 */
public enum ObjectSize {
  SMALL(0, 32 * 32),
  MEDIUM(32 * 32, 96 * 96),
  LARGE(96 * 96, Integer.MAX_VALUE);

  private final int least;
  private final int most;

  ObjectSize(int least, int most) {
    this.least = least;
    this.most = most;
  }

  boolean contains(int pixels) {
    return pixels >= least && pixels <= most;
  }
}
