package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;
import java.util.stream.IntStream;

/** The mean of one number per image, and the largest of them. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FakeNumbers(double[] values, double least) implements Resamplable {
  @Override
  public int[] images() {
    return IntStream.range(0, values.length).toArray();
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(new Quantity("mean", "all"), new Quantity("largest", "all"));
  }

  /** The mean, and the largest value drawn, undefined if below {@code least}. */
  @Override
  public double[] compute(int[] multiplicities) {
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      sum += multiplicities[i] * values[i];
      largest = multiplicities[i] > 0 ? Math.max(largest, values[i]) : largest;
    }
    return new double[] {sum / values.length, largest < least ? Double.NaN : largest};
  }
}
