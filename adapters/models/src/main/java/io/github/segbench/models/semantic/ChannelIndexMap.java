package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;

/** Reads the channel indices that a network with its argmax built in gives. */
final class ChannelIndexMap {
  private final Tensor tensor;
  private final ByteBuffer bytes;

  /**
   * @param tensor uint8, int32 or int64
   */
  ChannelIndexMap(Tensor tensor) {
    this.tensor = tensor;
    this.bytes = tensor.bytes();
  }

  /** The element at a flat, row-major index. */
  long at(int index) {
    return switch (tensor.type()) {
      case UINT8 -> bytes.get(index) & 0xFF;
      case INT32 -> bytes.getInt(index * Integer.BYTES);
      case INT64 -> bytes.getLong(index * Long.BYTES);
      default -> throw new IllegalArgumentException(tensor + " holds no channel indices");
    };
  }
}
