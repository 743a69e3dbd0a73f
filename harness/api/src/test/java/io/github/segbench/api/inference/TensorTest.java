package io.github.segbench.api.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class TensorTest {
  @Test
  void refusesABufferInForeignByteOrder() {
    ByteOrder foreign =
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer buffer = ByteBuffer.allocateDirect(4).order(foreign);
    assertThatThrownBy(() -> new Tensor(ElementType.FLOAT32, new long[] {1}, buffer))
        .hasMessage("a tensor needs a direct buffer in native order at position 0");
  }

  @Test
  void refusesABufferOfAnotherLength() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
    assertThatThrownBy(() -> new Tensor(ElementType.FLOAT32, new long[] {1}, buffer))
        .hasMessage("FLOAT32[1] has 4 bytes, not 8");
  }

  @Test
  void refusesToReadElementsAsAnotherType() {
    Tensor labels = Tensor.ofLongs(new long[] {1, 2}, 2);
    assertThatThrownBy(labels::floats).hasMessage("tensor is INT64[2], expected FLOAT32");
  }

  @Test
  void refusesTooFewValuesRatherThanFillUpWithZeros() {
    assertThatThrownBy(() -> Tensor.ofFloats(new float[3], 2, 2))
        .hasMessage("3 values for a tensor of the shape [2, 2]");
    assertThatThrownBy(() -> Tensor.ofLongs(new long[5], 2, 2))
        .hasMessage("5 values for a tensor of the shape [2, 2]");
  }

  @Test
  void hasNoElementsWhenADimensionIsZero() {
    assertThat(Tensor.allocate(ElementType.FLOAT32, 0, 4).elementCount()).isZero();
  }

  @Test
  void readsDevicesByName() {
    assertThat(Device.parse("cuda:1")).isEqualTo(new Device(Device.Kind.CUDA, 1));
    assertThat(Device.parse("cuda").id()).isEqualTo("cuda");
    assertThatThrownBy(() -> Device.parse("gpu"))
        .hasMessage("unknown device 'gpu', expected cpu, cuda or cuda:N");
  }
}
