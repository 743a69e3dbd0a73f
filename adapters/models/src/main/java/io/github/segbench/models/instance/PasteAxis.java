package io.github.segbench.models.instance;

/**
 * Where the pixel centres of one axis of an image fall on the samples of a RoI mask that is
 * stretched over a box: for each pixel of a range the two samples around it and their weights, in
 * float32. {@link PasteRule} says which pixels and which samples.
 */
final class PasteAxis {
  private final int first;
  private final int[] lower;
  private final int[] upper;
  private final float[] lowerWeight;
  private final float[] upperWeight;

  /** An axis whose pixels all have weight 0 until {@link #set} says otherwise. */
  PasteAxis(int first, int count) {
    this.first = first;
    this.lower = new int[count];
    this.upper = new int[count];
    this.lowerWeight = new float[count];
    this.upperWeight = new float[count];
  }

  /**
   * Gives the {@code i}-th pixel of the range its samples. A sample outside of {@code 0..samples -
   * 1} is 0: its weight does not count.
   */
  void set(int i, int lowerSample, float lowerShare, float upperShare, int samples) {
    lower[i] = within(lowerSample, samples);
    upper[i] = within(lowerSample + 1, samples);
    lowerWeight[i] = lower[i] == lowerSample ? lowerShare : 0;
    upperWeight[i] = upper[i] == lowerSample + 1 ? upperShare : 0;
  }

  private static int within(int sample, int samples) {
    return Math.max(0, Math.min(sample, samples - 1));
  }

  /** The first pixel of the range. */
  int first() {
    return first;
  }

  /** Number of pixels of the range. */
  int count() {
    return lower.length;
  }

  int lower(int i) {
    return lower[i];
  }

  int upper(int i) {
    return upper[i];
  }

  float lowerWeight(int i) {
    return lowerWeight[i];
  }

  float upperWeight(int i) {
    return upperWeight[i];
  }
}
