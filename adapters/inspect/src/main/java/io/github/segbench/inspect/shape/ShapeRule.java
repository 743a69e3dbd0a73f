package io.github.segbench.inspect.shape;

import java.util.List;

/** What an operator's outputs are, as far as its inputs tell. */
@FunctionalInterface
interface ShapeRule {
  /** One for each output; outputs that are left out are {@link Value#UNKNOWN}. */
  List<Value> outputs(Operator operator);
}
