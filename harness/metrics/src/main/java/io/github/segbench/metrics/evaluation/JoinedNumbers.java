package io.github.segbench.metrics.evaluation;

import java.util.Arrays;
import java.util.List;

/** The numbers of several parts of one evaluation, one after the other. */
record JoinedNumbers(List<Resamplable> parts) implements Resamplable {
  JoinedNumbers {
    parts = List.copyOf(parts);
    for (Resamplable part : parts) {
      if (!Arrays.equals(part.images(), parts.get(0).images())) {
        throw new IllegalArgumentException("the parts have seen different images");
      }
    }
  }

  @Override
  public int[] images() {
    return parts.get(0).images();
  }

  @Override
  public List<Quantity> quantities() {
    return parts.stream().flatMap(part -> part.quantities().stream()).toList();
  }

  @Override
  public double[] compute(int[] multiplicities) {
    double[] joined = new double[0];
    for (Resamplable part : parts) {
      double[] numbers = part.compute(multiplicities);
      int end = joined.length;
      joined = Arrays.copyOf(joined, end + numbers.length);
      System.arraycopy(numbers, 0, joined, end, numbers.length);
    }
    return joined;
  }
}
