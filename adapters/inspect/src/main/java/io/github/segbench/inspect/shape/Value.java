package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tensor before the network runs.
 *
 * @param type as {@code TensorProto.DataType} numbers it, 0 if not known
 * @param shape sizes, -1 where one is not known; null if not even their number is
 * @param elements row-major, NaN where one is not known; null but for small tensors, such as those
 *     that shapes are computed with
 */
public record Value(int type, @Nullable List<Long> shape, @Nullable List<Double> elements) {
  /** Nothing is known. */
  public static final Value UNKNOWN = new Value(0, null, null);

  /** Larger tensors hold weights; no shape is computed from them. */
  public static final int MOST_ELEMENTS = 1024;

  public Value {
    shape = shape == null ? null : List.copyOf(shape);
    boolean kept = elements != null && elements.size() <= MOST_ELEMENTS;
    elements = kept && elements != null ? List.copyOf(elements) : null;
  }

  /** A tensor of which the shape alone is known. */
  public static Value of(int type, List<Long> shape) {
    return new Value(type, shape, null);
  }

  /** A vector of whole numbers. */
  static Value vector(List<Double> elements) {
    return new Value(ElementTypes.INT64, List.of((long) elements.size()), elements);
  }

  /** A tensor of known rank and unknown sizes. */
  static Value ofRank(int type, int rank) {
    return of(type, Dims.unknown(rank));
  }

  static Value ofType(int type) {
    return new Value(type, null, null);
  }

  public Optional<List<Long>> dims() {
    return Optional.ofNullable(shape);
  }

  Optional<List<Double>> content() {
    return Optional.ofNullable(elements);
  }

  /** The only element, if it is known. */
  Optional<Double> scalar() {
    return content()
        .filter(values -> values.size() == 1 && !values.get(0).isNaN())
        .map(values -> values.get(0));
  }

  /** All elements as whole numbers, if all are known. */
  Optional<List<Long>> integers() {
    return content()
        .filter(values -> values.stream().noneMatch(value -> value.isNaN()))
        .map(values -> values.stream().map(Double::longValue).toList());
  }

  /** With 1 for the size of the first axis if that is not known. */
  Value withOneObject() {
    return shape == null || shape.isEmpty() || shape.get(0) >= 0
        ? this
        : of(type, Dims.with(shape, 0, 1));
  }

  /** What is certain if the tensor is either this or another. */
  Value merge(Value other) {
    if (equals(other)) {
      return this;
    }
    int common = type == other.type ? type : 0;
    if (shape == null || other.shape == null || shape.size() != other.shape.size()) {
      return ofType(common);
    }
    List<Long> sizes = new ArrayList<>(Collections.nCopies(shape.size(), Dims.UNKNOWN));
    for (int i = 0; i < sizes.size(); i++) {
      sizes.set(i, Dims.merge(shape.get(i), other.shape.get(i)));
    }
    return of(common, sizes);
  }
}
