package io.github.segbench.api.model;

import io.github.segbench.api.inference.TensorInfo;
import java.util.List;
import java.util.Map;

/**
 * What a model file says of its network.
 *
 * @param inputs in the file's order
 * @param outputs in the file's order
 * @param operators how often each type of ONNX occurs; empty if that is not known
 */
public record NetworkSignature(
    List<TensorInfo> inputs, List<TensorInfo> outputs, Map<String, Integer> operators) {
  public NetworkSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    operators = Map.copyOf(operators);
  }

  /** Of inputs and outputs alone. */
  public NetworkSignature(List<TensorInfo> inputs, List<TensorInfo> outputs) {
    this(inputs, outputs, Map.of());
  }

  /** How often an operator occurs. */
  public int count(String operator) {
    return operators.getOrDefault(operator, 0);
  }
}
