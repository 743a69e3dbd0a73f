package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the feature maps that an operator joins fit each other. Tensors of fewer than four axes
 * are left out: among them are lists of detections, of which only the largest size is known.
 */
final class MapSizes {
  private static final int MAP_RANK = 4;
  private static final Set<String> ARITHMETIC = Set.of("Add", "Sub", "Mul", "Div", "Sum");

  private MapSizes() {}

  /** The operator and the shapes, if they do not fit. */
  static Optional<String> conflict(Operator operator) {
    List<List<Long>> maps = new ArrayList<>();
    for (Value input : operator.inputs()) {
      input.dims().filter(dims -> dims.size() == MAP_RANK).ifPresent(maps::add);
    }
    for (int i = 1; i < maps.size(); i++) {
      if (!fit(operator, maps.get(0), maps.get(i))) {
        return Optional.of(
            Operator.name(operator.node()) + " joins " + maps.get(0) + " and " + maps.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean fit(Operator operator, List<Long> first, List<Long> other) {
    if (ARITHMETIC.contains(operator.type())) {
      return Dims.broadcast(first, other).isPresent();
    }
    if (!operator.type().equals("Concat")) {
      return true;
    }
    int axis = Dims.axis(operator.integer("axis", 0), MAP_RANK);
    for (int i = 0; i < MAP_RANK; i++) {
      boolean known = first.get(i) >= 0 && other.get(i) >= 0;
      if (i != axis && known && !first.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
