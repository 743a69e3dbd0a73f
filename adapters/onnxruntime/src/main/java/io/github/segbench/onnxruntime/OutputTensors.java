package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.TensorInfo;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs of one run while they are being made, in buffers of a pool. Halves become floats at
 * the end, because no model adapter reads halves.
 */
final class OutputTensors {
  private final DirectBufferPool pool;
  private final Map<String, Tensor> stored = new LinkedHashMap<>();
  private final List<ByteBuffer> buffers = new ArrayList<>();

  OutputTensors(DirectBufferPool pool) {
    this.pool = pool;
  }

  /** Adds an output as the network gives it, its content undefined. */
  Tensor add(String name, ElementType type, long[] shape) {
    Tensor tensor = allocate(name, type, shape);
    stored.put(name, tensor);
    return tensor;
  }

  private Tensor allocate(String name, ElementType type, long[] shape) {
    long bytes = Tensor.elementCount(shape) * type.byteCount();
    if (bytes > Integer.MAX_VALUE) {
      throw new InferenceException(
          "output '" + name + "' " + type + Arrays.toString(shape) + " is larger than 2 GiB", null);
    }
    ByteBuffer buffer = pool.take((int) bytes);
    buffers.add(buffer);
    return DirectBufferPool.tensor(type, shape, buffer);
  }

  /** Adds an output that ONNX Runtime has allocated; copies it. */
  void copy(String name, OnnxValue value) {
    if (!(value instanceof OnnxTensor source)) {
      throw new InferenceException("output '" + name + "' is no tensor", null);
    }
    TensorInfo info = source.getInfo();
    ElementType type = ElementTypes.of(info.type).orElseThrow();
    Tensor target = add(name, type, info.getShape());
    // Without elements it has no memory that could be asked for.
    if (target.elementCount() > 0) {
      target.bytes().put(source.getByteBuffer());
    }
  }

  /** Gives the buffers back at once. */
  void discard() {
    buffers.forEach(pool::give);
    buffers.clear();
    stored.clear();
  }

  /** Closing them gives the buffers back. */
  InferenceOutputs asOutputs() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    stored.forEach((name, tensor) -> tensors.put(name, handedOut(name, tensor)));
    List<ByteBuffer> lent = List.copyOf(buffers);
    return new InferenceOutputs(tensors, () -> lent.forEach(pool::give));
  }

  private Tensor handedOut(String name, Tensor tensor) {
    ElementType type = ElementConversion.handedOut(tensor.type());
    if (type == tensor.type()) {
      return tensor;
    }
    Tensor floats = allocate(name, type, tensor.shape());
    ElementConversion.toFloats(tensor, floats);
    return floats;
  }
}
