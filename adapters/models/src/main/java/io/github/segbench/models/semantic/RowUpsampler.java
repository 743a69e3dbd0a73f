package io.github.segbench.models.semantic;

import io.github.segbench.models.BilinearAxis;

/**
 * The working memory and loops of one bilinear upsampling: two source rows of every channel are
 * held and blended along y, then each channel is stretched along x and handed on.
 */
final class RowUpsampler {
  private static final int NO_ROW = -1;

  private final ScoreMap scores;
  private final BilinearAxis vertical;
  private final int[] left;
  private final int[] right;
  private final float[] leftWeight;
  private final float[] rightWeight;
  private final float[] blended;
  private final int[] stretched;
  private final int[] heldRow = {NO_ROW, NO_ROW};
  private final float[][][] held;

  RowUpsampler(ScoreMap scores, BilinearAxis horizontal, BilinearAxis vertical) {
    int usableWidth = horizontal.sourceLength();
    int width = horizontal.targetLength();
    this.scores = scores;
    this.vertical = vertical;
    this.left = new int[width];
    this.right = new int[width];
    this.leftWeight = new float[width];
    this.rightWeight = new float[width];
    for (int x = 0; x < width; x++) {
      left[x] = horizontal.lower(x);
      right[x] = horizontal.upper(x);
      leftWeight[x] = horizontal.lowerWeight(x);
      rightWeight[x] = horizontal.upperWeight(x);
    }
    this.blended = new float[usableWidth];
    this.stretched = new int[width];
    this.held = new float[2][scores.channels()][usableWidth];
  }

  void rows(ScoreRows target) {
    for (int y = 0; y < vertical.targetLength(); y++) {
      float[][] above = source(vertical.lower(y), vertical.upper(y));
      float[][] below = source(vertical.upper(y), vertical.lower(y));
      target.start(y);
      for (int channel = 0; channel < scores.channels(); channel++) {
        blend(
            above[channel],
            below[channel],
            vertical.lowerWeight(y),
            vertical.upperWeight(y),
            blended);
        stretch();
        target.add(channel, stretched);
      }
      target.end(y);
    }
  }

  /** A source row, in a slot that does not hold {@code needed}. */
  private float[][] source(int row, int needed) {
    for (int slot = 0; slot < heldRow.length; slot++) {
      if (heldRow[slot] == row) {
        return held[slot];
      }
    }
    int slot = heldRow[0] == needed ? 1 : 0;
    heldRow[slot] = row;
    for (int channel = 0; channel < scores.channels(); channel++) {
      scores.row(channel, row, held[slot][channel]);
    }
    return held[slot];
  }

  private static void blend(
      float[] above, float[] below, float aboveWeight, float belowWeight, float[] target) {
    for (int x = 0; x < target.length; x++) {
      target[x] = aboveWeight * above[x] + belowWeight * below[x];
    }
  }

  private void stretch() {
    for (int x = 0; x < stretched.length; x++) {
      float score = leftWeight[x] * blended[left[x]] + rightWeight[x] * blended[right[x]];
      stretched[x] = Float.floatToRawIntBits(score);
    }
  }
}
