package io.github.segbench.models.instance;

/**
 * This project's own rule along one axis: the pixels whose centres are inside the box, edge samples
 * stretched to the box's edges.
 *
 * <p>A pixel centre {@code p = i + 0.5} is inside when {@code low <= p < high}; there it falls on
 * {@code u = (p - low) / max(high - low, 1) * samples - 0.5}, clamped to {@code 0..samples - 1}.
 */
final class CentrePasting {
  private CentrePasting() {}

  static PasteAxis axis(float low, float high, int samples, int length) {
    int first = firstCentreFrom(low, length);
    PasteAxis axis = new PasteAxis(first, Math.max(0, firstCentreFrom(high, length) - first));
    float extent = Math.max(high - low, 1);
    int last = samples - 1;
    for (int i = 0; i < axis.count(); i++) {
      float centre = first + i + 0.5f;
      float position = (centre - low) / extent * samples - 0.5f;
      float clamped = Math.max(0, Math.min(position, last));
      int lower = (int) clamped;
      axis.set(i, lower, 1 - (clamped - lower), Math.max(0, 1 - (lower + 1 - clamped)), samples);
    }
    return axis;
  }

  /** The first pixel whose centre is at or beyond an edge, 0..length. */
  private static int firstCentreFrom(float edge, int length) {
    int pixel = (int) Math.max(0, Math.min(Math.floor(edge), length));
    while (pixel < length && pixel + 0.5f < edge) {
      pixel++;
    }
    return pixel;
  }
}
