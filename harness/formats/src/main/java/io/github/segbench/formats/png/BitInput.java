package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;

/**
 * Compressed bytes as a sequence of bits, lowest first.
 *
 * <p>Zeros follow the last byte, so that refilling needs no care at the end; whoever reads that far
 * is told so before the second word of them.
 */
final class BitInput {
  /** Zero bytes that must follow the compressed ones in their array. */
  static final int PADDING = 3 * Words.BYTES;

  /** How many bits are there at least after {@link #refill}. */
  static final int REFILLED = 56;

  final byte[] bytes;
  final int length;
  private final String name;

  /** The bits to come, the next one lowest; more than {@link #count} may be set, rightly. */
  long bits;

  /** How many of them are valid. */
  int count;

  /** The next byte to be taken into {@link #bits}. */
  int position;

  /**
   * @param bytes {@code length} compressed bytes and {@link #PADDING} zeros
   * @param name names the file in error messages
   */
  BitInput(byte[] bytes, int length, String name) {
    this.bytes = bytes;
    this.length = length;
    this.name = name;
  }

  /**
   * Takes in bytes until {@link #REFILLED} bits or more are there.
   *
   * @throws FormatException if more bits were read than there are
   */
  void refill() {
    if (position > length + Words.BYTES) {
      throw truncated();
    }
    bits |= Words.get(bytes, position) << count;
    position += (Long.SIZE - 1 - count) >>> 3;
    count |= REFILLED;
  }

  /**
   * The next bits as a number.
   *
   * @param n 0..32
   */
  int take(int n) {
    if (count < n) {
      refill();
    }
    int value = (int) (bits & ((1L << n) - 1));
    bits >>>= n;
    count -= n;
    return value;
  }

  /** Skips the rest of a byte and gives whole bytes back, so that bytes can be read. */
  void alignToByte() {
    position -= count >>> 3;
    bits = 0;
    count = 0;
    if (position > length) {
      throw truncated();
    }
  }

  FormatException truncated() {
    return corrupt("the compressed data end too early");
  }

  FormatException corrupt(String problem) {
    return new FormatException(name + ": corrupt PNG file (" + problem + ")");
  }
}
