package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The operator Slice: parts of a tensor along some axes. */
final class Slices {
  private Slices() {}

  static Value of(Operator operator) {
    Value input = operator.input(0);
    if (input.dims().isEmpty()) {
      return Value.ofType(input.type());
    }
    List<Long> dims = input.dims().get();
    Optional<List<Double>> starts = list(operator, "starts", 1);
    Optional<List<Double>> ends = list(operator, "ends", 2);
    Optional<List<Double>> axes = axes(operator, starts.or(() -> ends));
    if (axes.isEmpty()) {
      return Value.ofRank(input.type(), dims.size());
    }
    List<Long> result = new ArrayList<>(dims);
    Optional<List<Double>> elements = input.content().filter(all -> dims.size() == 1);
    for (int i = 0; i < axes.get().size(); i++) {
      double named = axes.get().get(i);
      int axis = Double.isNaN(named) ? -1 : Dims.axis((long) named, dims.size());
      if (axis < 0) {
        return Value.ofRank(input.type(), dims.size());
      }
      Range range =
          Range.of(
              dims.get(axis),
              at(starts, i, Double.NaN),
              at(ends, i, Double.NaN),
              step(operator, i));
      result.set(axis, range.size());
      elements = elements.flatMap(range::of);
    }
    return new Value(input.type(), result, elements.orElse(null));
  }

  private static double step(Operator operator, int i) {
    return operator.hasInput(4) ? at(operator.input(4).content(), i, Double.NaN) : 1;
  }

  private static Optional<List<Double>> axes(Operator operator, Optional<List<Double>> starts) {
    if (operator.has("axes") || operator.hasInput(3)) {
      return list(operator, "axes", 3);
    }
    return starts.map(
        all -> LongStream.range(0, all.size()).mapToObj(axis -> (double) axis).toList());
  }

  private static Optional<List<Double>> list(Operator operator, String name, int position) {
    return operator.has(name)
        ? operator.integers(name).map(all -> all.stream().map(Long::doubleValue).toList())
        : operator.input(position).content();
  }

  private static double at(Optional<List<Double>> list, int i, double otherwise) {
    return list.filter(all -> i < all.size()).map(all -> all.get(i)).orElse(otherwise);
  }

  /**
   * Elements start, start + step, ... of an axis.
   *
   * @param size how many, -1 if not known
   */
  private record Range(long start, long step, long size) {
    static Range of(long length, double start, double end, double step) {
      if (length < 0
          || Double.isNaN(start)
          || Double.isNaN(end)
          || Double.isNaN(step)
          || step == 0) {
        return new Range(0, 1, Dims.UNKNOWN);
      }
      long by = (long) step;
      long low = by > 0 ? 0 : -1;
      long high = by > 0 ? length : length - 1;
      long from = Math.min(Math.max(fromEnd(start, length), by > 0 ? 0 : -1), high);
      long to = Math.min(Math.max(fromEnd(end, length), low), high);
      long count =
          by > 0 ? Math.floorDiv(to - from + by - 1, by) : Math.floorDiv(from - to - by - 1, -by);
      return new Range(from, by, Math.max(0, count));
    }

    private static long fromEnd(double index, long length) {
      return (long) (index < 0 ? index + length : index);
    }

    Optional<List<Double>> of(List<Double> all) {
      if (size < 0) {
        return Optional.empty();
      }
      return Optional.of(
          LongStream.range(0, size).mapToObj(i -> all.get((int) (start + i * step))).toList());
    }
  }
}
