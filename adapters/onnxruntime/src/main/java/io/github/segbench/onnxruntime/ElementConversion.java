package io.github.segbench.onnxruntime;

import ai.onnxruntime.platform.Fp16Conversions;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/**
 * Element by element from float32, which model adapters write and read, to what a network wants,
 * and back.
 */
public final class ElementConversion {
  private static final int INFINITE_HALF = 0x7C00;

  private ElementConversion() {}

  /** Whether a network's input of one type can be given as another. */
  static boolean accepts(ElementType input, ElementType given) {
    boolean convertible = input == ElementType.FLOAT16 || input == ElementType.UINT8;
    return given == input || (convertible && given == ElementType.FLOAT32);
  }

  /** The type in which an output is handed out. */
  static ElementType handedOut(ElementType output) {
    return output == ElementType.FLOAT16 ? ElementType.FLOAT32 : output;
  }

  /**
   * Fills a tensor of halves or bytes with the values of one of floats.
   *
   * @param floats FLOAT32
   * @param target FLOAT16 or UINT8, of the same shape
   * @return what is wrong with a value, if anything
   */
  public static Optional<String> convert(Tensor floats, Tensor target) {
    return target.type() == ElementType.FLOAT16
        ? toHalves(floats.floats(), target.bytes().asShortBuffer())
        : toBytes(floats.floats(), target.bytes());
  }

  /** To the nearest half, ties to even; what no half can hold is refused. */
  private static Optional<String> toHalves(FloatBuffer from, ShortBuffer to) {
    int count = from.remaining();
    for (int i = 0; i < count; i++) {
      float value = from.get(i);
      short half = Fp16Conversions.floatToFp16(value);
      to.put(i, half);
      if ((half & 0x7FFF) == INFINITE_HALF && Float.isFinite(value)) {
        return Optional.of("holds " + value + ", beyond the 65504 of float16");
      }
    }
    return Optional.empty();
  }

  /**
   * To the nearest byte. Values of normalised images are refused: those beyond 0 to 255, and those
   * that are all from 0 to 1 and not whole.
   */
  private static Optional<String> toBytes(FloatBuffer from, ByteBuffer to) {
    int count = from.remaining();
    float largest = 0;
    boolean whole = true;
    for (int i = 0; i < count; i++) {
      float value = from.get(i);
      int rounded = Math.round(value);
      if (!(value > -0.5f && value < 255.5f)) {
        return Optional.of("holds " + value + ", expected pixel values from 0 to 255");
      }
      to.put(i, (byte) rounded);
      largest = Math.max(largest, value);
      whole &= rounded == value;
    }
    return largest <= 1 && !whole
        ? Optional.of("holds values from 0 to " + largest + ", expected pixel values up to 255")
        : Optional.empty();
  }

  /**
   * Fills a tensor of floats with the values of one of halves, which floats hold exactly.
   *
   * @param halves FLOAT16
   * @param floats FLOAT32, of the same shape
   */
  public static void toFloats(Tensor halves, Tensor floats) {
    ShortBuffer from = halves.bytes().asShortBuffer();
    FloatBuffer to = floats.floats();
    int count = from.remaining();
    for (int i = 0; i < count; i++) {
      to.put(i, Fp16Conversions.fp16ToFloat(from.get(i)));
    }
  }
}
