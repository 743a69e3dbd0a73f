package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ONNX Runtime's views of some tensors, for the time of one run. */
final class OrtViews implements AutoCloseable {
  private final OrtEnvironment environment;
  private final DirectBufferPool pool;
  private final Map<String, OnnxTensor> byName = new LinkedHashMap<>();
  private final List<ByteBuffer> converted = new ArrayList<>();

  /**
   * @param pool for tensors that are converted
   */
  OrtViews(OrtEnvironment environment, DirectBufferPool pool) {
    this.environment = environment;
    this.pool = pool;
  }

  /** Adds a tensor as it is. */
  void add(String name, Tensor tensor) throws OrtException {
    byName.put(name, ElementTypes.view(environment, tensor));
  }

  /**
   * Adds an input: as it is if it has the network's element type, else converted to it.
   *
   * @return what is wrong with a value that cannot be converted, if anything
   */
  Optional<String> addInput(Port input, Tensor given) throws OrtException {
    if (given.type() == input.stored()) {
      add(input.name(), given);
      return Optional.empty();
    }
    int bytes = (int) given.elementCount() * input.stored().byteCount();
    ByteBuffer buffer = pool.take(bytes);
    converted.add(buffer);
    Tensor target = DirectBufferPool.tensor(input.stored(), given.shape(), buffer);
    add(input.name(), target);
    return ElementConversion.convert(given, target)
        .map(
            problem ->
                "input '" + input.name() + "' is " + input + ", but what it is given " + problem);
  }

  Map<String, OnnxTensor> byName() {
    return byName;
  }

  @Override
  public void close() {
    byName.values().forEach(OnnxTensor::close);
    converted.forEach(pool::give);
  }
}
