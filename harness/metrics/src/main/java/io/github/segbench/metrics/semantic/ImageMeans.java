package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;

/** Means over the images of each image's own number; images where it is undefined are left out. */
final class ImageMeans implements Resamplable {
  private final SemanticNumbers numbers;
  private final int[] images;

  /** {@code [images][quantities]}. */
  private final double[][] values;

  ImageMeans(SemanticNumbers numbers, ImageRecords<ImageCounts> records) {
    this.numbers = numbers;
    this.images = records.images();
    this.values =
        records.inOrder().stream()
            .map(image -> numbers.of(image.expand()))
            .toArray(double[][]::new);
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return numbers.quantities();
  }

  @Override
  public double[] compute(int[] multiplicities) {
    int quantities = quantities().size();
    double[] sums = new double[quantities];
    long[] defined = new long[quantities];
    for (int i = 0; i < multiplicities.length; i++) {
      for (int q = 0; q < quantities; q++) {
        if (!Double.isNaN(values[i][q])) {
          sums[q] += multiplicities[i] * values[i][q];
          defined[q] += multiplicities[i];
        }
      }
    }
    for (int q = 0; q < quantities; q++) {
      sums[q] = defined[q] == 0 ? Double.NaN : sums[q] / defined[q];
    }
    return sums;
  }
}
