package io.github.segbench.api.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectMemoryTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 524_288})
  void beginsAtALineOfTheCache(int bytes) {
    ByteBuffer buffer = DirectMemory.allocate(bytes);
    assertThat(buffer.isDirect()).isTrue();
    assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(buffer.capacity()).isEqualTo(bytes);
    assertThat(buffer.alignmentOffset(0, 64)).isZero();
  }
}
