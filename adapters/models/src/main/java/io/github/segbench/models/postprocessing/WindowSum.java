package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ModelSpec;
import java.util.stream.IntStream;

/** The weighted scores of windows, on the map of the whole input. */
final class WindowSum {
  private final Planes sum;
  private final float[] weightSum;
  private final int[] lefts;
  private final int[] tops;
  private final float[][] columnWeights;
  private final float[][] rowWeights;

  private WindowSum(Planes sum, int[] lefts, int[] tops, float[][] columns, float[][] rows) {
    this.sum = sum;
    this.weightSum = new float[sum.plane()];
    this.lefts = lefts;
    this.tops = tops;
    this.columnWeights = columns;
    this.rowWeights = rows;
  }

  /**
   * An empty sum.
   *
   * @param scores of one window, for the resolution that the network has
   */
  static WindowSum of(
      ModelSpec model,
      Blend blend,
      Planes scores,
      Planes image,
      WindowAxis columns,
      WindowAxis rows) {
    int width = cells(model, image.width(), scores.width(), columns.length());
    int height = cells(model, image.height(), scores.height(), rows.length());
    int[] lefts = starts(model, columns, scores.width());
    int[] tops = starts(model, rows, scores.height());
    return new WindowSum(
        Planes.zeros(scores.count(), scores.channels(), height, width),
        lefts,
        tops,
        weights(blend, lefts, scores.width()),
        weights(blend, tops, scores.height()));
  }

  private static float[][] weights(Blend blend, int[] starts, int length) {
    return IntStream.range(0, starts.length)
        .mapToObj(window -> blend.weights(starts, window, length))
        .toArray(float[][]::new);
  }

  private static int[] starts(ModelSpec model, WindowAxis axis, int cells) {
    return IntStream.of(axis.starts())
        .map(start -> cells(model, start, cells, axis.length()))
        .toArray();
  }

  private static int cells(ModelSpec model, int pixels, int cells, int window) {
    long product = (long) pixels * cells;
    if (product % window != 0) {
      throw StepOptions.problem(
          model,
          SlidingWindowPostProcessor.ID,
          "the network has "
              + cells
              + " scores for a window of "
              + window
              + " pixels, so that pixel "
              + pixels
              + " falls between two, expected 'multiple' to be that of the network");
    }
    return (int) (product / window);
  }

  void add(Planes scores, int column, int row) {
    float[] across = columnWeights[column];
    float[] down = rowWeights[row];
    for (int y = 0; y < down.length; y++) {
      int target = (tops[row] + y) * sum.width() + lefts[column];
      for (int x = 0; x < across.length; x++) {
        weightSum[target + x] += across[x] * down[y];
      }
      for (int plane = 0; plane < sum.count() * sum.channels(); plane++) {
        int from = plane * scores.plane() + y * scores.width();
        int to = plane * sum.plane() + target;
        for (int x = 0; x < across.length; x++) {
          sum.values()[to + x] += across[x] * down[y] * scores.values()[from + x];
        }
      }
    }
  }

  /** The mean; 0 where there was no window. */
  Planes mean() {
    float[] values = sum.values();
    for (int start = 0; start < values.length; start += weightSum.length) {
      for (int i = 0; i < weightSum.length; i++) {
        if (weightSum[i] > 0) {
          values[start + i] /= weightSum[i];
        }
      }
    }
    return sum;
  }
}
