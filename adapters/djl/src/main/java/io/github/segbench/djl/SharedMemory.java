package io.github.segbench.djl;

import java.nio.ByteBuffer;

/** Tells whether a direct buffer lies within another, as far as Java lets one ask. */
final class SharedMemory {
  /** Java gives addresses of direct buffers only modulo a power of two; this is the largest. */
  private static final int MODULUS = 1 << 30;

  private SharedMemory() {}

  /**
   * False only if {@code part} does not begin within {@code whole}. True may be a coincidence: two
   * buffers that are a multiple of 1 GiB apart.
   */
  static boolean isPossible(ByteBuffer part, ByteBuffer whole) {
    int distance =
        Math.floorMod(
            part.alignmentOffset(0, MODULUS) - whole.alignmentOffset(0, MODULUS), MODULUS);
    return distance < whole.limit();
  }
}
