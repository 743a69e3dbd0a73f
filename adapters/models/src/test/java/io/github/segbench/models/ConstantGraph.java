package io.github.segbench.models;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.testkit.TinyGraph;
import io.github.segbench.testkit.TinyNode;

/** A graph that has the signature of a network and gives the same outputs for every image. */
public final class ConstantGraph {
  private final TinyGraph graph = new TinyGraph();

  /**
   * @param inputShape sizes; -1 where a dimension is not fixed
   */
  public ConstantGraph(String input, long... inputShape) {
    graph.input(input, ElementType.FLOAT32, inputShape);
  }

  /**
   * Adds an output.
   *
   * @param shape as the file declares it; -1 where a dimension is not fixed
   */
  public ConstantGraph output(String name, Tensor value, long... shape) {
    graph
        .constant(name + "_value", value)
        .node(TinyNode.of("Identity").inputs(name + "_value").outputs(name))
        .output(name, value.type(), shape);
    return this;
  }

  public TinyGraph graph() {
    return graph;
  }
}
