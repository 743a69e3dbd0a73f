package io.github.segbench.models.postprocessing;

import java.util.Arrays;
import java.util.stream.Stream;

/** How much a window counts at each of its positions, along one axis, where windows overlap. */
enum Blend {
  /** The same everywhere. */
  MEAN("mean"),
  /**
   * Less towards the ends, by a Gaussian whose standard deviation is an eighth of the window: the
   * importance map of nnU-Net (MIC-DKFZ/nnUNet, {@code inference/sliding_window_prediction.py}).
   */
  GAUSSIAN("gaussian"),
  /** A position takes its value from the window whose centre is nearest, of two the first. */
  CENTRE("centre");

  private static final double SIGMA = 1.0 / 8;

  private final String id;

  Blend(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /**
   * @param id one of {@link #id}
   */
  static Blend of(String id) {
    return Stream.of(values()).filter(blend -> blend.id.equals(id)).findFirst().orElseThrow();
  }

  /**
   * The weights of one window.
   *
   * @param starts of all windows, ascending
   * @param window which of them
   * @param length of each
   */
  float[] weights(int[] starts, int window, int length) {
    float[] weights = new float[length];
    switch (this) {
      case MEAN -> Arrays.fill(weights, 1);
      case GAUSSIAN -> {
        double sigma = length * SIGMA;
        for (int i = 0; i < length; i++) {
          double distance = (i + 0.5 - length / 2.0) / sigma;
          weights[i] = (float) Math.exp(-0.5 * distance * distance);
        }
      }
      case CENTRE -> {
        for (int i = 0; i < length; i++) {
          weights[i] = nearest(starts, starts[window] + i, length) == window ? 1 : 0;
        }
      }
    }
    return weights;
  }

  /** Doubled, so that centres of even and odd windows are whole numbers. */
  private static int nearest(int[] starts, int position, int length) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < starts.length; i++) {
      int distance = Math.abs(2 * position + 1 - (2 * starts[i] + length));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
