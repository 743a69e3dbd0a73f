package io.github.segbench.formats.png;

import java.util.Arrays;

/**
 * A prefix code as a table from the bits to come to an entry: the meaning of a symbol in its upper
 * bits, and how many bits the code takes in its lowest {@value #LENGTH_BITS}.
 *
 * <p>The first bits of a code select an entry of the root. Longer codes share a root entry that
 * points to a second table behind the root. Which codes are refused follows zlib's {@code
 * inftrees.c}: too many codes, and too few but for a single one of one bit.
 */
final class HuffmanTable {
  static final int LENGTH_BITS = 5;
  static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

  /** Marks an entry that is no symbol: see {@link #SECOND}, or else a code that nothing has. */
  static final int SPECIAL = 1 << 30;

  /** Marks a {@link #SPECIAL} entry as a pointer to a second table. */
  static final int SECOND = 1 << 29;

  /** Where a pointer has the index of its table, above that its number of bits. */
  static final int POINTER_SHIFT = 8;

  static final int POINTER_MASK = 0xFFFF;
  static final int POINTER_BITS_SHIFT = 24;
  static final int POINTER_BITS_MASK = 0xF;

  private static final int LONGEST = 15;

  final int[] entries;
  private final int rootBits;
  private final int[] meanings;

  /**
   * @param rootBits of a code that select an entry of the root
   * @param meanings by symbol: its entry, but for the length
   */
  HuffmanTable(int rootBits, int[] meanings) {
    this.rootBits = rootBits;
    this.meanings = meanings;
    int longestSecond = 1 << (LONGEST - rootBits);
    this.entries = new int[(1 << rootBits) + meanings.length * longestSecond];
  }

  /**
   * Fills the table.
   *
   * @param lengths of the codes of the symbols 0.., in bits, 0 for none
   * @return whether the lengths make a code
   */
  boolean build(byte[] lengths, int from, int symbols) {
    int[] counts = new int[LONGEST + 1];
    for (int s = 0; s < symbols; s++) {
      counts[lengths[from + s]]++;
    }
    int longest = LONGEST;
    while (longest > 0 && counts[longest] == 0) {
      longest--;
    }
    int free = 1;
    int[] starts = new int[LONGEST + 2];
    for (int length = 1; length <= LONGEST; length++) {
      free = 2 * free - counts[length];
      if (free < 0) {
        return false;
      }
      starts[length + 1] = starts[length] + counts[length];
    }
    if (free > 0) {
      if (longest > 1) {
        return false;
      }
      Arrays.fill(entries, 0, 1 << rootBits, SPECIAL);
    }
    int[] sorted = new int[symbols];
    for (int s = 0; s < symbols; s++) {
      int length = lengths[from + s];
      if (length > 0) {
        sorted[starts[length]++] = s;
      }
    }
    fill(sorted, counts, longest);
    return true;
  }

  /**
   * @param sorted symbols by length and, within it, by number: the order of their codes
   * @param counts of codes by length
   */
  private void fill(int[] sorted, int[] counts, int longest) {
    int code = 0;
    int next = 0;
    int secondBits = Math.max(0, longest - rootBits);
    int secondEnd = 1 << rootBits;
    int lastPrefix = -1;
    for (int length = 1; length <= longest; length++) {
      for (int i = 0; i < counts[length]; i++) {
        int reversed = Integer.reverse(code) >>> (Integer.SIZE - length);
        int entry = meanings[sorted[next++]] | length;
        if (length <= rootBits) {
          repeat(entry, reversed, 1 << length, 1 << rootBits);
        } else {
          int prefix = reversed & ((1 << rootBits) - 1);
          if (prefix != lastPrefix) {
            lastPrefix = prefix;
            entries[prefix] = pointer(secondEnd, secondBits);
            secondEnd += 1 << secondBits;
          }
          int start = secondEnd - (1 << secondBits);
          repeat(entry, start + (reversed >>> rootBits), 1 << (length - rootBits), secondEnd);
        }
        code++;
      }
      code <<= 1;
    }
  }

  private void repeat(int entry, int from, int step, int end) {
    for (int i = from; i < end; i += step) {
      entries[i] = entry;
    }
  }

  private static int pointer(int start, int bits) {
    return SPECIAL | SECOND | start << POINTER_SHIFT | bits << POINTER_BITS_SHIFT;
  }
}
