package io.github.segbench.metrics.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

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
    return parts.stream()
        .flatMapToDouble(part -> DoubleStream.of(part.compute(multiplicities)))
        .toArray();
  }
}
