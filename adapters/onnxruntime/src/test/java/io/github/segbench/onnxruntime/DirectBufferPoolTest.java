package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DirectBufferPoolTest {
  private static final int MEGABYTE = 1 << 20;

  private final DirectBufferPool pool = new DirectBufferPool();

  @Test
  void lendsNoBufferTwice() {
    assertThat(pool.take(MEGABYTE)).isNotSameAs(pool.take(MEGABYTE));
  }

  @Test
  void usesABufferAgain() {
    ByteBuffer first = pool.take(MEGABYTE);
    pool.give(first);
    assertThat(pool.take(MEGABYTE)).isSameAs(first);
  }

  @Test
  void prefersTheSmallestThatFits() {
    ByteBuffer large = pool.take(2 * MEGABYTE);
    ByteBuffer small = pool.take(MEGABYTE + 1);
    pool.give(large);
    pool.give(small);
    assertThat(pool.take(MEGABYTE)).isSameAs(small);
  }

  @Test
  void wastesNoLargeBufferOnASmallTensor() {
    ByteBuffer large = pool.take(2 * MEGABYTE + 1);
    pool.give(large);
    assertThat(pool.take(MEGABYTE)).isNotSameAs(large);
  }

  @Test
  void forgetsTheBufferThatLayUnusedLongest() {
    List<ByteBuffer> lent = new ArrayList<>();
    for (byte mark = 1; mark <= 33; mark++) {
      lent.add(pool.take(10).put(0, mark));
    }
    lent.forEach(pool::give);
    List<Byte> marks = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      marks.add(pool.take(10).get(0));
    }
    // Number 1 was given back first; in its place there is a new buffer of zeros.
    assertThat(marks).containsOnlyOnce((byte) 0, (byte) 2, (byte) 33).doesNotContain((byte) 1);
  }
}
