package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ElementConversionTest {
  private static final int HALVES = 1 << 16;

  @Test
  void everyHalfBecomesTheFloatOfItsValue() {
    Tensor halves = Tensor.allocate(ElementType.FLOAT16, HALVES);
    for (int bits = 0; bits < HALVES; bits++) {
      halves.bytes().asShortBuffer().put(bits, (short) bits);
    }
    Tensor floats = Tensor.allocate(ElementType.FLOAT32, HALVES);
    ElementConversion.toFloats(halves, floats);
    for (int bits = 0; bits < HALVES; bits++) {
      // As objects, so that NaN is equal to NaN.
      Double value = (double) floats.floats().get(bits);
      assertThat(value).isEqualTo(Double.valueOf(valueOf(bits)));
    }
  }

  /** The nearest half is found by trying all of them. */
  @Test
  void floatsBecomeTheNearestHalf() {
    Random random = new Random(5);
    float[] values = new float[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(24) - 14));
    }
    Tensor halves = Tensor.allocate(ElementType.FLOAT16, values.length);
    assertThat(ElementConversion.convert(Tensor.ofFloats(values, values.length), halves)).isEmpty();
    for (int i = 0; i < values.length; i++) {
      double distance = Math.abs(valueOf(halves.bytes().asShortBuffer().get(i)) - values[i]);
      double nearest = Double.POSITIVE_INFINITY;
      for (int bits = 0; bits < HALVES; bits++) {
        double other = valueOf(bits);
        nearest = Double.isFinite(other) ? Math.min(nearest, Math.abs(other - values[i])) : nearest;
      }
      assertThat(distance).as("%s", values[i]).isEqualTo(nearest);
    }
  }

  /** As in IEEE 754: 5 bits of exponent, 10 of mantissa. */
  private static double valueOf(int half) {
    int exponent = half >> 10 & 0x1F;
    int mantissa = half & 0x3FF;
    double magnitude =
        switch (exponent) {
          case 0 -> mantissa * Math.pow(2, -24);
          case 0x1F -> mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> (1024 + mantissa) * Math.pow(2, exponent - 25);
        };
    return (half & 0x8000) == 0 ? magnitude : -magnitude;
  }

  @Test
  void refusesWhatNoHalfCanHold() {
    assertThat(convert(ElementType.FLOAT16, 1f, -1e5f))
        .contains("holds -100000.0, beyond the 65504 of float16");
  }

  @Test
  void pixelValuesBecomeTheNearestByte() {
    Tensor bytes = Tensor.allocate(ElementType.UINT8, 4);
    assertThat(
            ElementConversion.convert(
                Tensor.ofFloats(new float[] {0, 1.4f, 254.6f, 200}, 4), bytes))
        .isEmpty();
    byte[] values = new byte[4];
    bytes.bytes().get(values);
    assertThat(values).containsExactly(0, 1, 255, 200);
  }

  @ParameterizedTest
  @ValueSource(floats = {-1f, 256f, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesWhatIsNoPixelValue(float value) {
    assertThat(convert(ElementType.UINT8, 7f, value))
        .contains("holds " + value + ", expected pixel values from 0 to 255");
  }

  /** Rounded they would be an almost black image. */
  @Test
  void refusesPixelValuesThatWereScaledToOne() {
    assertThat(convert(ElementType.UINT8, 0f, 0.25f, 1f))
        .contains("holds values from 0 to 1.0, expected pixel values up to 255");
  }

  @Test
  void takesABlackImage() {
    assertThat(convert(ElementType.UINT8, 0f, 0f, 1f)).isEmpty();
  }

  private static Optional<String> convert(ElementType type, float... values) {
    return ElementConversion.convert(
        Tensor.ofFloats(values, values.length), Tensor.allocate(type, values.length));
  }
}
