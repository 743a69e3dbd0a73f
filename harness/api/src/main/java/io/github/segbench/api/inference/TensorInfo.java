package io.github.segbench.api.inference;

import java.util.List;
import java.util.Objects;

/**
 * What a network says of one of its inputs or outputs.
 *
 * @param shape sizes; -1 where a dimension is not fixed
 */
public record TensorInfo(String name, ElementType type, List<Long> shape) {
  public TensorInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    shape = List.copyOf(shape);
  }
}
