package io.github.segbench.inspect.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;
import java.util.Optional;

/** The element types of ONNX, by the numbers of {@code TensorProto.DataType}. */
public final class ElementTypes {
  public static final int FLOAT = 1;
  public static final int UINT8 = 2;
  public static final int INT8 = 3;
  public static final int INT32 = 6;
  public static final int INT64 = 7;
  public static final int BOOL = 9;
  public static final int FLOAT16 = 10;
  public static final int DOUBLE = 11;
  public static final int BFLOAT16 = 16;

  private ElementTypes() {}

  /** As the messages of this project name them, such as {@code float32}. */
  public static String name(int type) {
    return switch (type) {
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      case 0 -> "unknown";
      default -> {
        DataType known = DataType.forNumber(type);
        yield known == null ? "type " + type : known.name().toLowerCase(Locale.ROOT);
      }
    };
  }

  /** Bits of one element; empty for strings and types that are not known. */
  public static Optional<Integer> bits(int type) {
    return switch (type) {
      case UINT8, INT8, BOOL, 17, 18, 19, 20 -> Optional.of(8);
      case 4, 5, FLOAT16, BFLOAT16 -> Optional.of(16);
      case FLOAT, INT32, 12 -> Optional.of(32);
      case INT64, DOUBLE, 13, 14 -> Optional.of(64);
      case 15 -> Optional.of(128);
      case 21, 22 -> Optional.of(4);
      default -> Optional.empty();
    };
  }

  public static boolean isFloating(int type) {
    return switch (type) {
      case FLOAT, FLOAT16, DOUBLE, BFLOAT16, 17, 18, 19, 20 -> true;
      default -> false;
    };
  }
}
