package io.github.segbench.classical;

import org.bytedeco.opencv.opencv_core.Mat;

/** Divides an image into segments. */
interface Segmenter {

  /**
   * @param rgb 8-bit, three channels; not changed
   * @return 32-bit integers of the same size, the number of each pixel's segment from 0; to be
   *     closed by the caller
   */
  Mat segments(Mat rgb);
}
