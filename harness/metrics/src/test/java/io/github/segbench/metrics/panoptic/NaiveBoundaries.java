package io.github.segbench.metrics.panoptic;

/** The boundary of one mask as its definition reads: erosions by a 3x3 square, one by one. */
final class NaiveBoundaries {
  private NaiveBoundaries() {}

  /** The pixels of a segment that are on its boundary, {@code [height, width]}. */
  static boolean[] boundary(int width, int height, int[] ids, int segment, int distance) {
    boolean[] mask = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      mask[i] = ids[i] == segment;
    }
    boolean[] eroded = mask;
    for (int d = 0; d < distance; d++) {
      eroded = erode(width, height, eroded);
    }
    boolean[] boundary = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      boundary[i] = mask[i] && !eroded[i];
    }
    return boundary;
  }

  private static boolean[] erode(int width, int height, boolean[] mask) {
    boolean[] eroded = new boolean[mask.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean all = true;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
            all &= inside && mask[(y + dy) * width + x + dx];
          }
        }
        eroded[y * width + x] = all;
      }
    }
    return eroded;
  }
}
