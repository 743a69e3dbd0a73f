package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;

/** Reads the channel indices that a network with its argmax built in gives. */
final class ChannelIndexMap {
  private final Tensor tensor;
  private final ByteBuffer bytes;

  /**
   * @param tensor uint8, int32, int64 or float32
   */
  ChannelIndexMap(Tensor tensor) {
    this.tensor = tensor;
    this.bytes = tensor.bytes();
  }

  /** The element at a flat, row-major index; -1 for a float32 that is no whole number. */
  long at(int index) {
    return switch (tensor.type()) {
      case UINT8 -> bytes.get(index) & 0xFF;
      case INT32 -> bytes.getInt(index * Integer.BYTES);
      case INT64 -> bytes.getLong(index * Long.BYTES);
      case FLOAT32 -> whole(bytes.getFloat(index * Float.BYTES));
      default -> throw new IllegalArgumentException(tensor + " holds no channel indices");
    };
  }

  /** The element as a message shows it. */
  String textAt(int index) {
    return tensor.type() == ElementType.FLOAT32
        ? Float.toString(bytes.getFloat(index * Float.BYTES))
        : Long.toString(at(index));
  }

  private static long whole(float value) {
    return value == (long) value ? (long) value : -1;
  }
}
