package io.github.segbench.inspect.shape;

import io.github.segbench.inspect.shape.MacCount.Uncounted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the multiply-accumulate operations of a graph. */
final class MacLedger {
  private final Map<String, Long> byOperator = new TreeMap<>();
  private final List<Uncounted> uncounted = new ArrayList<>();

  /**
   * @param macs -1 if not known
   * @param each of one object where their number is not known; -1 if that is not known either
   */
  void add(Operator operator, long macs, long each) {
    if (macs < 0) {
      uncounted.add(new Uncounted(Operator.name(operator.node()), each));
    } else {
      byOperator.merge(operator.type(), macs, Math::addExact);
    }
  }

  void addAll(MacLedger other) {
    other.byOperator.forEach((type, macs) -> byOperator.merge(type, macs, Math::addExact));
    uncounted.addAll(other.uncounted);
  }

  /** Nothing of what another has counted is certain to run, or to run once. */
  void addUncertain(String of, MacLedger other) {
    other.byOperator.keySet().forEach(type -> uncounted.add(new Uncounted(type + " in " + of, -1)));
    other.uncounted.forEach(
        operator -> uncounted.add(new Uncounted(operator.operator() + " in " + of, -1)));
  }

  boolean equalCounts(MacLedger other) {
    return byOperator.equals(other.byOperator) && uncounted.equals(other.uncounted);
  }

  MacCount count() {
    return new MacCount(
        byOperator.values().stream().reduce(0L, Math::addExact), byOperator, uncounted);
  }
}
