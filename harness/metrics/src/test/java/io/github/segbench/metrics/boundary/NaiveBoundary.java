package io.github.segbench.metrics.boundary;

/** Erosion and boundary as they are defined: for each pixel a loop over the square around it. */
public final class NaiveBoundary {
  private NaiveBoundary() {}

  /**
   * @param bitmap {@code [height, width]} row-major
   */
  public static boolean[] erode(int width, int height, boolean[] bitmap, int distance) {
    boolean[] eroded = new boolean[bitmap.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean all = true;
        for (int dy = -distance; dy <= distance; dy++) {
          for (int dx = -distance; dx <= distance; dx++) {
            boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
            all &= inside && bitmap[(y + dy) * width + x + dx];
          }
        }
        eroded[y * width + x] = all;
      }
    }
    return eroded;
  }

  /**
   * The boundary of one segment of a map.
   *
   * @param ids {@code [height, width]} row-major
   */
  public static boolean[] boundary(int width, int height, int[] ids, int segment, int distance) {
    boolean[] bitmap = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      bitmap[i] = ids[i] == segment;
    }
    return boundary(width, height, bitmap, distance);
  }

  /**
   * @param bitmap {@code [height, width]} row-major
   */
  public static boolean[] boundary(int width, int height, boolean[] bitmap, int distance) {
    boolean[] boundary = erode(width, height, bitmap, distance);
    for (int i = 0; i < bitmap.length; i++) {
      boundary[i] = bitmap[i] && !boundary[i];
    }
    return boundary;
  }
}
