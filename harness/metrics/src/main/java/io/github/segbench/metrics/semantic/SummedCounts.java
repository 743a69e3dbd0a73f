package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;

/** Numbers of counts that are summed over the images: ratios of the data set. */
final class SummedCounts implements Resamplable {
  private final int[] classes;
  private final SemanticNumbers numbers;
  private final int[] images;
  private final List<List<ImageCounts>> counts;

  /**
   * @param classes number of classes, for each of the counts of an image
   * @param images ascending
   * @param counts {@code [images][counts]}
   */
  SummedCounts(
      int[] classes, SemanticNumbers numbers, int[] images, List<List<ImageCounts>> counts) {
    this.classes = classes.clone();
    this.numbers = numbers;
    this.images = images.clone();
    this.counts = counts;
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
    List<ClassCounts> sums = new ArrayList<>(classes.length);
    for (int size : classes) {
      sums.add(new ClassCounts(size));
    }
    for (int i = 0; i < multiplicities.length; i++) {
      if (multiplicities[i] > 0) {
        List<ImageCounts> image = counts.get(i);
        for (int k = 0; k < classes.length; k++) {
          image.get(k).addTo(sums.get(k), multiplicities[i]);
        }
      }
    }
    return numbers.of(sums);
  }
}
