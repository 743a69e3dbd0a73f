package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Arithmetic on the few elements that shapes are computed with; NaN is one that is not known. */
final class Numbers {
  private Numbers() {}

  /** As an element of a type would hold it: whole, in single precision, or 0 and 1. */
  static double fit(double value, int type) {
    if (Double.isNaN(value)) {
      return value;
    }
    if (type == ElementTypes.FLOAT) {
      return (float) value;
    }
    if (type == ElementTypes.BOOL) {
      return value == 0 ? 0 : 1;
    }
    if (ElementTypes.isFloating(type) || Double.isInfinite(value)) {
      return type == 0 || ElementTypes.isFloating(type) ? value : Double.NaN;
    }
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  /** Element by element, where one is a scalar or both have the same number of elements. */
  static Optional<List<Double>> combine(
      Value a, Value b, List<Long> dims, DoubleBinaryOperator function) {
    long size = Dims.product(dims);
    if (a.content().isEmpty() || b.content().isEmpty() || size < 0 || size > Value.MOST_ELEMENTS) {
      return Optional.empty();
    }
    if (!spreads(a, size) || !spreads(b, size)) {
      return Optional.empty();
    }
    List<Double> result = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double left = at(a, i);
      double right = at(b, i);
      boolean known = !Double.isNaN(left) && !Double.isNaN(right);
      result.add(known ? function.applyAsDouble(left, right) : Double.NaN);
    }
    return Optional.of(result);
  }

  private static boolean spreads(Value value, long size) {
    long own = value.content().map(List::size).orElse(0);
    return own == 1 || own == size;
  }

  /** An element, or the only one there is; NaN if it is not known. */
  static double at(Value value, int index) {
    List<Double> all = value.content().orElse(List.of());
    if (all.size() == 1) {
      return all.get(0);
    }
    return index < all.size() ? all.get(index) : Double.NaN;
  }

  /** A size as an element: NaN if it is not known. */
  static double element(long size) {
    return size < 0 ? Double.NaN : size;
  }

  /** An element as a size: -1 if it is not known or is none. */
  static long size(double element) {
    return element >= 0 ? (long) element : Dims.UNKNOWN;
  }
}
