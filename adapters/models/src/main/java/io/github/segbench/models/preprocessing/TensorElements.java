package io.github.segbench.models.preprocessing;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Takes the values of an input tensor: float32 as they are, uint8 rounded to whole levels. */
interface TensorElements {
  /** Writes all values from a flat index on. */
  void put(int start, float[] values);

  /**
   * @param tensor float32 or uint8
   */
  static TensorElements of(Tensor tensor) {
    if (tensor.type() == ElementType.FLOAT32) {
      FloatBuffer floats = tensor.floats();
      return floats::put;
    }
    ByteBuffer bytes = tensor.bytes();
    return (start, values) -> {
      for (int i = 0; i < values.length; i++) {
        bytes.put(start + i, (byte) Math.max(0, Math.min(Math.round(values[i]), 255)));
      }
    };
  }
}
