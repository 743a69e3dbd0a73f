package io.github.segbench.models.semantic;

/**
 * What is made of scores at the size of the original image, which come row by row from the top and
 * in each row channel by channel.
 */
interface ScoreRows {
  /** A row begins. */
  void start(int y);

  /**
   * The scores of the row's next channel.
   *
   * @param scoreBits {@code [width]}, the bits of float32 scores; used again for the next channel
   */
  void add(int channel, int[] scoreBits);

  /** All channels of the row were there. */
  void end(int y);
}
