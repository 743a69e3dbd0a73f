package io.github.segbench.djl;

import ai.djl.ndarray.types.DataType;
import io.github.segbench.api.inference.ElementType;
import java.util.Optional;

/** The element types that the harness and DJL share. */
final class ElementTypes {
  private ElementTypes() {}

  /** Empty for types that no tensor of the harness has, such as double. */
  static Optional<ElementType> of(DataType type) {
    return switch (type) {
      case FLOAT32 -> Optional.of(ElementType.FLOAT32);
      case FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case INT64 -> Optional.of(ElementType.INT64);
      case INT32 -> Optional.of(ElementType.INT32);
      case UINT8 -> Optional.of(ElementType.UINT8);
      case INT8 -> Optional.of(ElementType.INT8);
      case BOOLEAN -> Optional.of(ElementType.BOOL);
      default -> Optional.empty();
    };
  }

  static DataType of(ElementType type) {
    return switch (type) {
      case FLOAT32 -> DataType.FLOAT32;
      case FLOAT16 -> DataType.FLOAT16;
      case INT64 -> DataType.INT64;
      case INT32 -> DataType.INT32;
      case UINT8 -> DataType.UINT8;
      case INT8 -> DataType.INT8;
      case BOOL -> DataType.BOOLEAN;
    };
  }
}
