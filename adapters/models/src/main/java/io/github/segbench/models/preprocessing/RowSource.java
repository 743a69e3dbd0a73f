package io.github.segbench.models.preprocessing;

/** The rows of one image as normalised values, from the top. */
interface RowSource {
  /**
   * Computes one row of the scaled image. Rows are asked for in order.
   *
   * @param planes {@code [3][width]}, a row of each channel of the tensor, to be filled from
   *     position 0
   */
  void row(int y, float[][] planes);
}
