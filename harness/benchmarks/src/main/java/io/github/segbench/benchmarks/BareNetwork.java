package io.github.segbench.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.engine.run.OpenTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime's own session of a trial's network, with the options that the backend has by
 * default, and inputs for it. Closing it leaves the inputs' memory to those who gave it.
 */
final class BareNetwork implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();

  BareNetwork(OpenTrial trial) throws OrtException {
    String file =
        trial.trial().model().spec().file("onnx", Precision.FP32).orElseThrow().path().toString();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(file, options);
    }
  }

  /**
   * Adds an input on the same memory.
   *
   * @param input of float32 tensors; must stay open
   */
  void add(ModelInput input) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, Tensor> entry : input.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      tensors.put(
          entry.getKey(), OnnxTensor.createTensor(environment, tensor.floats(), tensor.shape()));
    }
    inputs.add(tensors);
  }

  int inputCount() {
    return inputs.size();
  }

  /** The outputs are not read; the caller closes them. */
  OrtSession.Result run(int input) throws OrtException {
    return session.run(inputs.get(input));
  }

  @Override
  public void close() throws OrtException {
    inputs.forEach(tensors -> tensors.values().forEach(OnnxTensor::close));
    session.close();
  }
}
