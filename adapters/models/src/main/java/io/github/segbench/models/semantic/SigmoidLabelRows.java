package io.github.segbench.models.semantic;

/** The label of background or foreground at each pixel, from one channel. */
final class SigmoidLabelRows implements ScoreRows {
  private final SigmoidCut cut;
  private final short background;
  private final short foreground;
  private final int width;
  private final short[] labels;
  private int rowStart;

  SigmoidLabelRows(SigmoidCut cut, short background, short foreground, int width, int height) {
    this.cut = cut;
    this.background = background;
    this.foreground = foreground;
    this.width = width;
    this.labels = new short[width * height];
  }

  @Override
  public void start(int y) {
    rowStart = y * width;
  }

  @Override
  public void add(int channel, int[] scoreBits) {
    for (int x = 0; x < width; x++) {
      boolean object = cut.isForeground(Float.intBitsToFloat(scoreBits[x]));
      labels[rowStart + x] = object ? foreground : background;
    }
  }

  @Override
  public void end(int y) {}

  /** {@code [height, width]}; not a copy. */
  short[] labels() {
    return labels;
  }
}
