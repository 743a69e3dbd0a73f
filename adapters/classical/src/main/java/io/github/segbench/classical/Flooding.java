package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_imgproc.watershed;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/** Grows marked regions until they cover the image. */
final class Flooding {
  private Flooding() {}

  /**
   * Floods the image from its markers. The lines between two basins, and the frame of the image,
   * which OpenCV does not flood, go to a basin beside them.
   *
   * @param markers 32-bit integers: numbers of regions from 1, 0 where nothing is known; changed to
   *     numbers of segments from 0
   */
  static void fill(Mat rgb, Mat markers) {
    int width = markers.cols();
    IntBuffer numbers = markers.createBuffer();
    int[] known = new int[numbers.capacity()];
    numbers.get(0, known);
    watershed(rgb, markers);
    for (int i = 0; i < known.length; i++) {
      // OpenCV overwrites markers on the frame and where they touch.
      known[i] = known[i] > 0 ? known[i] : Math.max(0, numbers.get(i));
    }
    int[] filled = spread(known, width);
    while (!Arrays.equals(filled, known)) {
      known = filled;
      filled = spread(known, width);
    }
    for (int i = 0; i < filled.length; i++) {
      numbers.put(i, Math.max(0, filled[i] - 1));
    }
  }

  /** Gives each pixel without a number that of a neighbour, all at once. */
  private static int[] spread(int[] numbers, int width) {
    int[] spread = numbers.clone();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == 0) {
        int x = i % width;
        int left = x > 0 ? numbers[i - 1] : 0;
        int up = i >= width ? numbers[i - width] : 0;
        int right = x + 1 < width ? numbers[i + 1] : 0;
        int down = i + width < numbers.length ? numbers[i + width] : 0;
        spread[i] = left > 0 ? left : up > 0 ? up : right > 0 ? right : down;
      }
    }
    return spread;
  }
}
