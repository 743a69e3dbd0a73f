package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.segbench.api.inference.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** ONNX Runtime's views of some tensors, for the time of one run. */
final class OrtViews implements AutoCloseable {
  private final OrtEnvironment environment;
  private final Map<String, OnnxTensor> byName = new LinkedHashMap<>();

  OrtViews(OrtEnvironment environment) {
    this.environment = environment;
  }

  void add(String name, Tensor tensor) throws OrtException {
    byName.put(name, ElementTypes.view(environment, tensor));
  }

  Map<String, OnnxTensor> byName() {
    return byName;
  }

  @Override
  public void close() {
    byName.values().forEach(OnnxTensor::close);
  }
}
