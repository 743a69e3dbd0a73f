package io.github.segbench.models.instance;

/**
 * Where the pixel centres of one axis of an image fall on the samples of a RoI mask that is
 * stretched over the box {@code [low, high)}.
 *
 * <p>A pixel centre {@code p = i + 0.5} is inside when {@code low <= p < high}; there it falls on
 * {@code u = (p - low) / max(high - low, 1) * samples - 0.5}, clamped to {@code 0..samples - 1}.
 * All in float32.
 */
final class PasteAxis {
  private final int first;
  private final int[] lower;
  private final int[] upper;
  private final float[] lowerWeight;
  private final float[] upperWeight;

  /**
   * @param length of the image's axis, in pixels
   */
  PasteAxis(float low, float high, int samples, int length) {
    this.first = firstCentreFrom(low, length);
    int count = Math.max(0, firstCentreFrom(high, length) - first);
    this.lower = new int[count];
    this.upper = new int[count];
    this.lowerWeight = new float[count];
    this.upperWeight = new float[count];
    float extent = Math.max(high - low, 1);
    int last = samples - 1;
    for (int i = 0; i < count; i++) {
      float centre = first + i + 0.5f;
      float position = (centre - low) / extent * samples - 0.5f;
      float clamped = Math.max(0, Math.min(position, last));
      lower[i] = (int) clamped;
      upper[i] = Math.min(lower[i] + 1, last);
      lowerWeight[i] = 1 - (clamped - lower[i]);
      upperWeight[i] = Math.max(0, 1 - (lower[i] + 1 - clamped));
    }
  }

  /** The first pixel whose centre is at or beyond an edge, 0..length. */
  private static int firstCentreFrom(float edge, int length) {
    int pixel = (int) Math.max(0, Math.min(Math.floor(edge), length));
    while (pixel < length && pixel + 0.5f < edge) {
      pixel++;
    }
    return pixel;
  }

  /** The first pixel inside the box. */
  int first() {
    return first;
  }

  /** Number of pixels inside the box. */
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
