package io.github.segbench.engine.run;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The largest absolute difference of two tensors' numbers. */
final class TensorDifference {
  private static final int HALF_EXPONENT_BIAS = 15;
  private static final int HALF_MANTISSA_BITS = 10;

  private TensorDifference() {}

  /**
   * Element types may differ, as those of a network in half precision do.
   *
   * @return infinite if the shapes differ, or a number is NaN or infinite in one alone
   */
  static double largest(Tensor a, Tensor b) {
    if (!Arrays.equals(a.shape(), b.shape())) {
      return Double.POSITIVE_INFINITY;
    }
    if (a.type() == ElementType.FLOAT32 && b.type() == ElementType.FLOAT32) {
      return largest(a.floats(), b.floats());
    }
    double largest = 0;
    ByteBuffer bytesOfA = a.bytes();
    ByteBuffer bytesOfB = b.bytes();
    for (int i = 0; i < a.elementCount(); i++) {
      double difference = difference(at(a.type(), bytesOfA, i), at(b.type(), bytesOfB, i));
      largest = Math.max(largest, difference);
    }
    return largest;
  }

  private static double largest(FloatBuffer a, FloatBuffer b) {
    double largest = 0;
    for (int i = 0; i < a.limit(); i++) {
      largest = Math.max(largest, difference(a.get(i), b.get(i)));
    }
    return largest;
  }

  private static double difference(double x, double y) {
    // Also true of two that are infinite, or both NaN.
    if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
      return 0;
    }
    double difference = Math.abs(x - y);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private static double at(ElementType type, ByteBuffer bytes, int index) {
    int place = index * type.byteCount();
    return switch (type) {
      case FLOAT32 -> bytes.getFloat(place);
      case FLOAT16 -> half(bytes.getShort(place));
      case INT64 -> bytes.getLong(place);
      case INT32 -> bytes.getInt(place);
      case UINT8 -> Byte.toUnsignedInt(bytes.get(place));
      case INT8, BOOL -> bytes.get(place);
    };
  }

  /** IEEE 754 binary16: a sign, five bits of exponent, ten of mantissa. */
  private static double half(short bits) {
    int sign = bits < 0 ? -1 : 1;
    int exponent = (bits >> HALF_MANTISSA_BITS) & 0x1F;
    int mantissa = bits & 0x3FF;
    if (exponent == 0x1F) {
      return mantissa == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    int whole = exponent == 0 ? mantissa : mantissa | 1 << HALF_MANTISSA_BITS;
    int power = Math.max(exponent, 1) - HALF_EXPONENT_BIAS - HALF_MANTISSA_BITS;
    return sign * Math.scalb((double) whole, power);
  }
}
