package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ClassScores;

/** The probabilities of background and foreground at each pixel, from one channel. */
final class SigmoidProbabilityRows implements ScoreRows {
  private final SigmoidCut cut;
  private final int width;
  private final int height;
  private final float[] values;
  private int rowStart;

  SigmoidProbabilityRows(SigmoidCut cut, int width, int height) {
    this.cut = cut;
    this.width = width;
    this.height = height;
    this.values = new float[Math.multiplyExact(2, Math.multiplyExact(width, height))];
  }

  @Override
  public void start(int y) {
    rowStart = y * width;
  }

  @Override
  public void add(int channel, int[] scoreBits) {
    int foreground = width * height + rowStart;
    for (int x = 0; x < width; x++) {
      float probability = cut.probability(Float.intBitsToFloat(scoreBits[x]));
      values[rowStart + x] = 1 - probability;
      values[foreground + x] = probability;
    }
  }

  @Override
  public void end(int y) {}

  ClassScores scores() {
    return new ClassScores(2, width, height, values);
  }
}
