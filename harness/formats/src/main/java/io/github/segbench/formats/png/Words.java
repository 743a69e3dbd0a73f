package io.github.segbench.formats.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at any offset as one number, the first byte lowest. */
final class Words {
  /** The bytes of a word. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** By length of a pattern in bytes: a word with a one wherever a copy of the pattern begins. */
  private static final long[] COPIES = {
    0,
    0x0101010101010101L,
    0x0001000100010001L,
    0x0001000001000001L,
    0x0000000100000001L,
    0x0000010000000001L,
    0x0001000000000001L,
    0x0100000000000001L,
    1
  };

  private Words() {}

  static long get(byte[] bytes, int offset) {
    return (long) LITTLE_ENDIAN.get(bytes, offset);
  }

  static void set(byte[] bytes, int offset, long word) {
    LITTLE_ENDIAN.set(bytes, offset, word);
  }

  /**
   * The lowest bytes of a word over and over.
   *
   * @param length how many bytes are repeated, 1..8
   */
  static long repeat(long word, int length) {
    return (word & -1L >>> (Long.SIZE - Byte.SIZE * length)) * COPIES[length];
  }

  /** How many bytes of a repeated pattern end with a whole pattern: the step from word to word. */
  static int wholeCopies(int length) {
    return BYTES - BYTES % length;
  }
}
