package io.github.segbench.api.model;

import io.github.segbench.api.inference.TensorInfo;
import java.util.List;

/** What a model file says of its inputs and outputs, in the file's order. */
public record NetworkSignature(List<TensorInfo> inputs, List<TensorInfo> outputs) {
  public NetworkSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
