package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Arithmetic on the sizes of a tensor, of which some may not be known. */
final class Dims {
  static final long UNKNOWN = -1;

  private Dims() {}

  /** The number of elements; unknown if a size is, unless another is 0. */
  static long product(List<Long> dims) {
    if (dims.contains(0L)) {
      return 0;
    }
    long product = 1;
    for (long dim : dims) {
      product = times(product, dim);
    }
    return product;
  }

  /** Unknown too where a 64-bit number does not hold the product. */
  static long times(long a, long b) {
    if (a < 0 || b < 0) {
      return UNKNOWN;
    }
    return b != 0 && a > Long.MAX_VALUE / b ? UNKNOWN : a * b;
  }

  static List<Long> unknown(int rank) {
    return List.copyOf(Collections.nCopies(rank, UNKNOWN));
  }

  /** The shape of two tensors that are combined element by element; empty if they do not fit. */
  static Optional<List<Long>> broadcast(List<Long> a, List<Long> b) {
    int rank = Math.max(a.size(), b.size());
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      long left = fromRight(a, rank - i);
      long right = fromRight(b, rank - i);
      if (left == right || right == 1) {
        result.add(left);
      } else if (left == 1) {
        result.add(right);
      } else if (left < 0 || right < 0) {
        // The known one is larger than 1, so the other is the same or 1.
        result.add(Math.max(left, right));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(result));
  }

  private static long fromRight(List<Long> dims, int position) {
    return position > dims.size() ? 1 : dims.get(dims.size() - position);
  }

  /** A size that both agree on. */
  static long merge(long a, long b) {
    return a == b ? a : UNKNOWN;
  }

  static List<Long> with(List<Long> dims, int axis, long size) {
    List<Long> changed = new ArrayList<>(dims);
    changed.set(axis, size);
    return List.copyOf(changed);
  }

  /** The index of an axis that may count from the end; -1 if there is none such. */
  static int axis(long axis, int rank) {
    long index = axis < 0 ? axis + rank : axis;
    return index >= 0 && index < rank ? (int) index : -1;
  }
}
