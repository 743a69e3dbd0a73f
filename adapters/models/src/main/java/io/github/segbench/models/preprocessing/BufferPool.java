package io.github.segbench.models.preprocessing;

import io.github.segbench.api.inference.DirectMemory;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers that wait for their next use. It holds as many as were in use at once; one that is
 * too small is let go for a larger one, so that images of many sizes do not fill the memory.
 */
final class BufferPool {
  private final ConcurrentLinkedDeque<ByteBuffer> free = new ConcurrentLinkedDeque<>();

  /** A buffer in native order with at least that capacity; its content is left from before. */
  ByteBuffer take(int byteCount) {
    @Nullable ByteBuffer buffer = free.pollFirst();
    if (buffer == null || buffer.capacity() < byteCount) {
      return DirectMemory.allocate(byteCount);
    }
    return buffer;
  }

  void giveBack(ByteBuffer buffer) {
    free.addFirst(buffer);
  }
}
