package io.github.segbench.models.semantic;

/** The label of the best channel at each pixel. */
final class ArgmaxRows implements ScoreRows {
  private final short[] labelByChannel;
  private final RowArgmax argmax;
  private final int width;
  private final short[] labels;

  ArgmaxRows(short[] labelByChannel, int width, int height) {
    this.labelByChannel = labelByChannel;
    this.argmax = new RowArgmax(width);
    this.width = width;
    this.labels = new short[width * height];
  }

  @Override
  public void start(int y) {
    argmax.start();
  }

  @Override
  public void add(int channel, int[] scoreBits) {
    argmax.add(channel, scoreBits);
  }

  @Override
  public void end(int y) {
    argmax.labels(labelByChannel, labels, y * width);
  }

  /** {@code [height, width]}; not a copy. */
  short[] labels() {
    return labels;
  }
}
