package io.github.segbench.report.gallery;

/** Arithmetic with colours as 0xRRGGBB. */
final class Colours {
  private static final double WHITENED = 0.45;

  private Colours() {}

  /**
   * @param share of the second colour, 0..1
   */
  static int mix(int first, int second, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double a = first >> shift & 0xFF;
      double b = second >> shift & 0xFF;
      mixed |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return mixed;
  }

  /** The colour as a light grey, so that something in colour stands out over it. */
  static int faded(int colour) {
    double luma =
        0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF);
    int grey = (int) Math.round(luma);
    return mix(grey << 16 | grey << 8 | grey, 0xffffff, WHITENED);
  }
}
