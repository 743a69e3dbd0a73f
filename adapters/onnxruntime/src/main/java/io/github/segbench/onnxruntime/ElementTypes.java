package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The element types that the harness and ONNX Runtime share. */
final class ElementTypes {
  private ElementTypes() {}

  /** Empty for types that no tensor of the harness has, such as double or string. */
  static Optional<ElementType> of(OnnxJavaType type) {
    return switch (type) {
      case FLOAT -> Optional.of(ElementType.FLOAT32);
      case FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case INT64 -> Optional.of(ElementType.INT64);
      case INT32 -> Optional.of(ElementType.INT32);
      case UINT8 -> Optional.of(ElementType.UINT8);
      case INT8 -> Optional.of(ElementType.INT8);
      case BOOL -> Optional.of(ElementType.BOOL);
      case DOUBLE, INT16, BFLOAT16, STRING, UNKNOWN -> Optional.empty();
    };
  }

  /**
   * ONNX Runtime's view of a tensor: the same memory, which must stay alive until the view is
   * closed.
   */
  static OnnxTensor view(OrtEnvironment environment, Tensor tensor) throws OrtException {
    long[] shape = tensor.shape();
    ByteBuffer bytes = tensor.bytes();
    return switch (tensor.type()) {
      case FLOAT32 -> OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), shape);
      case FLOAT16 ->
          OnnxTensor.createTensor(environment, bytes.asShortBuffer(), shape, OnnxJavaType.FLOAT16);
      case INT64 -> OnnxTensor.createTensor(environment, bytes.asLongBuffer(), shape);
      case INT32 -> OnnxTensor.createTensor(environment, bytes.asIntBuffer(), shape);
      case UINT8 -> OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.UINT8);
      case INT8 -> OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.INT8);
      case BOOL -> OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.BOOL);
    };
  }
}
