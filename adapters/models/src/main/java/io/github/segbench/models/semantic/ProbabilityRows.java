package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ClassScores;

/** The probability of every class at each pixel: probabilities as they come, logits by softmax. */
final class ProbabilityRows implements ScoreRows {
  private final boolean logits;
  private final int classCount;
  private final int width;
  private final int height;
  private final float[] values;
  private int rowStart;

  /**
   * @param logits whether the scores are logits
   */
  ProbabilityRows(boolean logits, int classCount, int width, int height) {
    this.logits = logits;
    this.classCount = classCount;
    this.width = width;
    this.height = height;
    this.values = new float[Math.multiplyExact(classCount, Math.multiplyExact(width, height))];
  }

  @Override
  public void start(int y) {
    rowStart = y * width;
  }

  @Override
  public void add(int channel, int[] scoreBits) {
    int start = channel * width * height + rowStart;
    for (int x = 0; x < width; x++) {
      values[start + x] = Float.intBitsToFloat(scoreBits[x]);
    }
  }

  @Override
  public void end(int y) {
    if (logits) {
      new RowSoftmax(values, classCount, width * height, rowStart, width).apply();
    }
  }

  ClassScores scores() {
    return new ClassScores(classCount, width, height, values);
  }
}
