package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input or output as the file declares it: dimensions are fixed, named or free.
 *
 * @param info fixed dimensions as they are, all others -1
 * @param dimensionNames one for each dimension; empty where it has none
 * @param stored the element type in the file; that of {@code info} is what callers see
 */
record Port(TensorInfo info, List<String> dimensionNames, ElementType stored) {
  Port {
    dimensionNames = List.copyOf(dimensionNames);
  }

  String name() {
    return info.name();
  }

  /**
   * Notes the sizes that the named dimensions of an input have in this run.
   *
   * @return what is wrong with the tensor, if anything
   */
  Optional<String> mismatch(Tensor tensor, Map<String, Long> sizes) {
    boolean fits =
        ElementConversion.accepts(stored, tensor.type()) && tensor.rank() == info.shape().size();
    for (int axis = 0; fits && axis < tensor.rank(); axis++) {
      fits = fits(axis, tensor.dimension(axis), sizes);
    }
    return fits
        ? Optional.empty()
        : Optional.of("input '" + name() + "' is " + tensor + ", expected " + this + alternative());
  }

  private String alternative() {
    boolean convertible = ElementConversion.accepts(stored, ElementType.FLOAT32);
    return convertible && stored != ElementType.FLOAT32 ? " or the same in FLOAT32" : "";
  }

  private boolean fits(int axis, long size, Map<String, Long> sizes) {
    long fixed = info.shape().get(axis);
    if (fixed >= 0) {
      return size == fixed;
    }
    String dimension = dimensionNames.get(axis);
    Long other = dimension.isEmpty() ? null : sizes.putIfAbsent(dimension, size);
    return other == null || other == size;
  }

  /** The shape of an output, if all its dimensions are fixed or have a name with a known size. */
  Optional<long[]> shape(Map<String, Long> sizes) {
    long[] shape = new long[info.shape().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      long fixed = info.shape().get(axis);
      Long size = fixed >= 0 ? Long.valueOf(fixed) : sizes.get(dimensionNames.get(axis));
      if (size == null) {
        return Optional.empty();
      }
      shape[axis] = size;
    }
    return Optional.of(shape);
  }

  /** As in an error message: {@code FLOAT32[n, 3, h, w]}. */
  @Override
  public String toString() {
    List<String> dimensions = new ArrayList<>();
    for (int axis = 0; axis < info.shape().size(); axis++) {
      long fixed = info.shape().get(axis);
      String free = dimensionNames.get(axis).isEmpty() ? "?" : dimensionNames.get(axis);
      dimensions.add(fixed >= 0 ? Long.toString(fixed) : free);
    }
    return stored.toString() + dimensions;
  }
}
