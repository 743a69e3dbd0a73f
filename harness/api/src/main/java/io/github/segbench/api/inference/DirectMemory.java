package io.github.segbench.api.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory for tensors, outside of Java's heap. */
public final class DirectMemory {
  /** A line of the cache, and the widest vector register. */
  private static final int ALIGNMENT = 64;

  private DirectMemory() {}

  /**
   * A new direct buffer of zeros in native order that begins at a multiple of 64 bytes, as native
   * libraries lay out their own memory: networks run slower where vectors cross lines of the cache.
   *
   * @param bytes the buffer's capacity, at least 0
   */
  public static ByteBuffer allocate(int bytes) {
    // A buffer near 2 GiB has no room for the gap.
    int gap = bytes <= Integer.MAX_VALUE - ALIGNMENT ? ALIGNMENT : 0;
    ByteBuffer whole = ByteBuffer.allocateDirect(bytes + gap);
    int start = gap == 0 ? 0 : (ALIGNMENT - whole.alignmentOffset(0, ALIGNMENT)) % ALIGNMENT;
    return whole.slice(start, bytes).order(ByteOrder.nativeOrder());
  }
}
