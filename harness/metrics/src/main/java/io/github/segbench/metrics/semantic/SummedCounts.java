package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;

/** Numbers of counts that are summed over the images: ratios of the data set. */
final class SummedCounts implements Resamplable {
  private final int classes;
  private final SemanticNumbers numbers;
  private final int[] images;
  private final List<ImageCounts> counts;

  SummedCounts(int classes, SemanticNumbers numbers, ImageRecords<ImageCounts> records) {
    this.classes = classes;
    this.numbers = numbers;
    this.images = records.images();
    this.counts = records.inOrder();
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
    ClassCounts sums = new ClassCounts(classes);
    for (int i = 0; i < multiplicities.length; i++) {
      if (multiplicities[i] > 0) {
        counts.get(i).addTo(sums, multiplicities[i]);
      }
    }
    return numbers.of(sums);
  }
}
