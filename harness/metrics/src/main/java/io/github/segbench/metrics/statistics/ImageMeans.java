package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;

/** Means over the images of each image's own number; images where it is undefined are left out. */
public final class ImageMeans implements Resamplable {
  private final int[] images;
  private final List<Quantity> quantities;
  private final double[][] values;

  /**
   * @param images ascending
   * @param values {@code [images][quantities]}, NaN where undefined; shared, not copied
   */
  public ImageMeans(int[] images, List<Quantity> quantities, double[][] values) {
    this.images = images.clone();
    this.quantities = List.copyOf(quantities);
    this.values = values;
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return quantities;
  }

  @Override
  public double[] compute(int[] multiplicities) {
    double[] sums = new double[quantities.size()];
    long[] defined = new long[sums.length];
    for (int i = 0; i < multiplicities.length; i++) {
      for (int q = 0; q < sums.length; q++) {
        if (!Double.isNaN(values[i][q])) {
          sums[q] += multiplicities[i] * values[i][q];
          defined[q] += multiplicities[i];
        }
      }
    }
    for (int q = 0; q < sums.length; q++) {
      sums[q] = defined[q] == 0 ? Double.NaN : sums[q] / defined[q];
    }
    return sums;
  }
}
