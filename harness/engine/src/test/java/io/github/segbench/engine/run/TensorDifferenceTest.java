package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import org.junit.jupiter.api.Test;

final class TensorDifferenceTest {
  private static final float NAN = Float.NaN;
  private static final float INFINITE = Float.POSITIVE_INFINITY;

  @Test
  void isOfTheNumbersThatDifferMostWhateverTheirSign() {
    assertThat(largest(floats(1, 2, -3), floats(1.5f, 2, 1))).isEqualTo(4);
  }

  @Test
  void doesNotHideANumberThatIsNone() {
    assertThat(largest(floats(0, NAN), floats(0, 0))).isInfinite();
    assertThat(largest(floats(0, 0), floats(0, INFINITE))).isInfinite();
    assertThat(largest(floats(-INFINITE), floats(INFINITE))).isInfinite();
  }

  @Test
  void takesTheSameInfinityForTheSame() {
    assertThat(largest(floats(INFINITE, NAN, 1), floats(INFINITE, NAN, 3))).isEqualTo(2);
  }

  @Test
  void ofDifferentShapesIsInfiniteAlsoIfThereAreNoNumbers() {
    assertThat(largest(floats(1, 2), Tensor.ofFloats(new float[] {1, 2}, 1, 2))).isInfinite();
    assertThat(largest(floats(), floats(1))).isInfinite();
    assertThat(largest(floats(), floats())).isZero();
  }

  @Test
  void comparesWholeNumbersWithFloats() {
    Tensor longs = Tensor.ofLongs(new long[] {1, -7}, 2);
    assertThat(largest(longs, floats(1.25f, -7))).isEqualTo(0.25);
  }

  @Test
  void takesBytesWithoutASignAsSuch() {
    Tensor unsigned = Tensor.allocate(ElementType.UINT8, 1);
    unsigned.bytes().put(0, (byte) 0xFF);
    assertThat(largest(unsigned, floats(250))).isEqualTo(5);
    Tensor signed = Tensor.allocate(ElementType.INT8, 1);
    signed.bytes().put(0, (byte) 0xFF);
    assertThat(largest(signed, floats(1))).isEqualTo(2);
  }

  @Test
  void readsHalfPrecision() {
    // sign, five bits of exponent (bias 15), ten of mantissa
    assertThat(largest(half(0x3C00), floats(1))).isZero(); // 2^0
    assertThat(largest(half(0xC200), floats(-3))).isZero(); // -(1 + 512/1024) * 2^1
    assertThat(largest(half(0x7BFF), floats(65504))).isZero(); // (1 + 1023/1024) * 2^15
    assertThat(largest(half(0x0001), floats((float) Math.scalb(1.0, -24)))).isZero();
    assertThat(largest(half(0x8000), floats(0))).isZero();
    assertThat(largest(half(0x7C00), floats(INFINITE))).isZero();
    assertThat(largest(half(0x7E00), floats(NAN))).isZero();
  }

  private static double largest(Tensor a, Tensor b) {
    double there = TensorDifference.largest(a, b);
    assertThat(TensorDifference.largest(b, a)).isEqualTo(there);
    return there;
  }

  private static Tensor floats(float... values) {
    return Tensor.ofFloats(values, values.length);
  }

  private static Tensor half(int bits) {
    Tensor tensor = Tensor.allocate(ElementType.FLOAT16, 1);
    tensor.bytes().putShort(0, (short) bits);
    return tensor;
  }
}
