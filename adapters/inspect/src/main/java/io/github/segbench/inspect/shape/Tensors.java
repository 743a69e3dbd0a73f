package io.github.segbench.inspect.shape;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored tensors as values of which shapes can be computed. */
public final class Tensors {
  private Tensors() {}

  /** Its shape, and its elements if they are few and are there. */
  public static Value value(TensorProto tensor) {
    return new Value(tensor.getDataType(), tensor.getDimsList(), elements(tensor));
  }

  private static @Nullable List<Double> elements(TensorProto tensor) {
    long size = Dims.product(tensor.getDimsList());
    if (size < 0 || size > Value.MOST_ELEMENTS) {
      return null;
    }
    List<Double> elements =
        tensor.hasRawData() ? raw(tensor.getRawData(), tensor.getDataType()) : listed(tensor);
    return elements.size() == size ? elements : null;
  }

  private static List<Double> raw(ByteString bytes, int type) {
    ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    List<Double> result = new ArrayList<>();
    int width = ElementTypes.bits(type).orElse(0) / Byte.SIZE;
    while (width > 0 && buffer.remaining() >= width) {
      result.add(
          switch (type) {
            case ElementTypes.FLOAT -> (double) buffer.getFloat();
            case ElementTypes.DOUBLE -> buffer.getDouble();
            case ElementTypes.INT64 -> (double) buffer.getLong();
            case ElementTypes.INT32 -> (double) buffer.getInt();
            case ElementTypes.BOOL, ElementTypes.INT8 -> (double) buffer.get();
            case ElementTypes.UINT8 -> (double) (buffer.get() & 0xFF);
            default -> {
              buffer.position(buffer.position() + width);
              yield Double.NaN;
            }
          });
    }
    return result;
  }

  private static List<Double> listed(TensorProto tensor) {
    return switch (tensor.getDataType()) {
      case ElementTypes.FLOAT ->
          tensor.getFloatDataList().stream().map(Float::doubleValue).toList();
      case ElementTypes.INT64 -> tensor.getInt64DataList().stream().map(Long::doubleValue).toList();
      case ElementTypes.INT32, ElementTypes.BOOL, ElementTypes.INT8, ElementTypes.UINT8 ->
          tensor.getInt32DataList().stream().map(Integer::doubleValue).toList();
      case ElementTypes.DOUBLE -> tensor.getDoubleDataList();
      default -> List.of();
    };
  }
}
