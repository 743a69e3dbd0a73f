package io.github.segbench.models.postprocessing;

/**
 * The two source positions and their weights for each target position along one axis: bilinear,
 * half-pixel centres, ends clamped. It may run backwards.
 */
final class ResampledAxis {
  private final int[] lower;
  private final int[] upper;
  private final float[] upperWeight;

  /**
   * The centre of target position {@code t} falls on source coordinate {@code origin + (t + 0.5) *
   * step - 0.5}.
   *
   * @param usable source positions that may be read, the first ones, at least 1
   * @param step negative to run backwards
   */
  ResampledAxis(int targetLength, int usable, double origin, double step) {
    lower = new int[targetLength];
    upper = new int[targetLength];
    upperWeight = new float[targetLength];
    for (int target = 0; target < targetLength; target++) {
      double position = origin + (target + 0.5) * step - 0.5;
      double clamped = Math.max(0, Math.min(position, usable - 1));
      lower[target] = (int) clamped;
      upper[target] = Math.min(lower[target] + 1, usable - 1);
      upperWeight[target] = (float) (clamped - lower[target]);
    }
  }

  /** The whole of an image stretched to another length. */
  static ResampledAxis stretched(int sourceLength, int targetLength, boolean mirrored) {
    double ratio = (double) sourceLength / targetLength;
    return mirrored
        ? new ResampledAxis(targetLength, sourceLength, sourceLength, -ratio)
        : new ResampledAxis(targetLength, sourceLength, 0, ratio);
  }

  /**
   * From a map of a view back to a map of the image.
   *
   * @param image pixels of the image in the network's input
   * @param input pixels of that input
   * @param mapLength positions of the map of the input
   * @param seen pixels of the image in the view's input
   * @param seenInput pixels of that input
   * @param seenMap positions of the map of the view's input; those beyond the image are not read
   */
  static ResampledAxis back(
      int image, int input, int mapLength, int seen, int seenInput, int seenMap, boolean mirrored) {
    double cellsPerPixel = (double) seenMap / seenInput;
    double step = (double) input / mapLength * seen / image * cellsPerPixel;
    int usable = (int) (((long) seen * seenMap + seenInput - 1) / seenInput);
    return mirrored
        ? new ResampledAxis(mapLength, usable, seen * cellsPerPixel, -step)
        : new ResampledAxis(mapLength, usable, 0, step);
  }

  int length() {
    return lower.length;
  }

  /**
   * Resamples one channel by two axes.
   *
   * @param from where the channel starts in {@code source}
   * @param to where the first target value goes
   * @param add whether values are added to those of the target
   */
  static void resample(
      float[] source,
      int from,
      int sourceWidth,
      ResampledAxis horizontal,
      ResampledAxis vertical,
      float[] target,
      int to,
      int targetWidth,
      boolean add) {
    for (int y = 0; y < vertical.length(); y++) {
      int above = from + vertical.lower[y] * sourceWidth;
      int below = from + vertical.upper[y] * sourceWidth;
      float belowWeight = vertical.upperWeight[y];
      int row = to + y * targetWidth;
      for (int x = 0; x < horizontal.length(); x++) {
        int left = horizontal.lower[x];
        int right = horizontal.upper[x];
        float rightWeight = horizontal.upperWeight[x];
        float upper = mix(source[above + left], source[above + right], rightWeight);
        float lower = mix(source[below + left], source[below + right], rightWeight);
        float value = mix(upper, lower, belowWeight);
        target[row + x] = add ? target[row + x] + value : value;
      }
    }
  }

  /** Without rounding where the weight is 0. */
  private static float mix(float first, float second, float secondWeight) {
    return secondWeight == 0 ? first : first * (1 - secondWeight) + second * secondWeight;
  }
}
