package io.github.segbench.inspect.shape;

import java.util.List;
import java.util.Map;

/**
 * Multiply-accumulate operations of one run of a network.
 *
 * @param known the sum over all operators whose sizes are known before the run
 * @param byOperator the same by operator type
 * @param uncounted operators with products that are not in the sum, in the order of the graph
 */
public record MacCount(long known, Map<String, Long> byOperator, List<Uncounted> uncounted) {
  /**
   * An operator whose sizes are not known before the network runs.
   *
   * @param operator as {@code TYPE NAME}
   * @param each its operations for one object, if all that is not known is how many objects there
   *     will be; else -1
   */
  public record Uncounted(String operator, long each) {}

  public MacCount {
    byOperator = Map.copyOf(byOperator);
    uncounted = List.copyOf(uncounted);
  }
}
