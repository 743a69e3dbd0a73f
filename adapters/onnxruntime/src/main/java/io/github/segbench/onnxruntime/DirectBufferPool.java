package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.DirectMemory;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Direct buffers that are used again and again, because the JVM is slow to zero a new one and
 * slower to free an old one.
 */
final class DirectBufferPool {
  private static final int MOST_FREE = 32;

  /** A larger buffer may stand in for a smaller one up to this many bytes, or twice the size. */
  private static final int SMALL = 64 * 1024;

  /** The one that lay unused longest comes first. */
  private final List<ByteBuffer> free = new ArrayList<>();

  /** A buffer with at least so many bytes, content undefined. */
  ByteBuffer take(int bytes) {
    synchronized (free) {
      int best = -1;
      for (int i = 0; i < free.size(); i++) {
        if (fits(free.get(i), bytes)
            && (best < 0 || free.get(i).capacity() < free.get(best).capacity())) {
          best = i;
        }
      }
      if (best >= 0) {
        return free.remove(best);
      }
    }
    return DirectMemory.allocate(bytes);
  }

  /** Gives a buffer back; beyond a bound the one that lay unused longest is dropped. */
  void give(ByteBuffer buffer) {
    synchronized (free) {
      free.add(buffer);
      if (free.size() > MOST_FREE) {
        free.remove(0);
      }
    }
  }

  /** A tensor in the first bytes of a buffer. */
  static Tensor tensor(ElementType type, long[] shape, ByteBuffer buffer) {
    int bytes = (int) Tensor.elementCount(shape) * type.byteCount();
    ByteBuffer exact = buffer.duplicate().order(ByteOrder.nativeOrder()).clear().limit(bytes);
    return new Tensor(type, shape, exact);
  }

  private static boolean fits(ByteBuffer buffer, int bytes) {
    return buffer.capacity() >= bytes && buffer.capacity() <= Math.max(SMALL, 2L * bytes);
  }
}
