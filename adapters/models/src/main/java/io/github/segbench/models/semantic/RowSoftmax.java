package io.github.segbench.models.semantic;

import java.util.Arrays;

/**
 * The softmax over the channels at each position of a row, in place, computed in double.
 *
 * <p>Logits that differ by less than float32 can tell in probabilities would tie, and another
 * channel than the best would be the first of equals. The best one is then raised by the smallest
 * step, so that the argmax of the probabilities is that of the logits.
 */
final class RowSoftmax {
  private final float[] values;
  private final int channels;
  private final int plane;
  private final int start;
  private final float[] highest;
  private final int[] best;
  private final double[] sum;

  /**
   * @param values {@code [channels, plane]}
   * @param start of the row in each plane
   */
  RowSoftmax(float[] values, int channels, int plane, int start, int width) {
    this.values = values;
    this.channels = channels;
    this.plane = plane;
    this.start = start;
    this.highest = new float[width];
    this.best = new int[width];
    this.sum = new double[width];
  }

  void apply() {
    findBest();
    addUp();
    divide();
  }

  private void findBest() {
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int channel = 0; channel < channels; channel++) {
      int from = channel * plane + start;
      for (int x = 0; x < highest.length; x++) {
        if (values[from + x] > highest[x]) {
          highest[x] = values[from + x];
          best[x] = channel;
        }
      }
    }
  }

  private void addUp() {
    for (int channel = 0; channel < channels; channel++) {
      int from = channel * plane + start;
      for (int x = 0; x < highest.length; x++) {
        sum[x] += exponential(from + x, x);
      }
    }
  }

  private void divide() {
    float[] earlier = new float[highest.length];
    for (int channel = 0; channel < channels; channel++) {
      int from = channel * plane + start;
      for (int x = 0; x < highest.length; x++) {
        float probability = (float) (exponential(from + x, x) / sum[x]);
        if (channel == best[x] && channel > 0 && probability <= earlier[x]) {
          probability = Math.nextUp(earlier[x]);
        }
        earlier[x] = Math.max(earlier[x], probability);
        values[from + x] = probability;
      }
    }
  }

  private double exponential(int index, int x) {
    return Math.exp((double) values[index] - highest[x]);
  }
}
