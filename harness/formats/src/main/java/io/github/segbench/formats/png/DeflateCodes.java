package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;
import java.util.Arrays;

/**
 * The two codes of a deflate block: one of literals and lengths, one of distances.
 *
 * <p>Entries of literals are negative and hold the byte. Those of lengths and distances hold a base
 * and how many further bits are to be added to it.
 *
 * <p>Source: RFC 1951, sections 3.2.5 to 3.2.7.
 */
final class DeflateCodes {
  /** Of a code that selects an entry of the tables at once. */
  static final int LITERAL_ROOT_BITS = 11;

  static final int DISTANCE_ROOT_BITS = 9;

  /** Marks the special entry of the end of the block. */
  static final int END = 1 << 28;

  static final int LITERAL = 1 << 31;
  static final int LITERAL_SHIFT = 8;
  static final int EXTRA_SHIFT = 8;
  static final int EXTRA_MASK = 0xF;
  static final int BASE_SHIFT = 13;
  static final int BASE_MASK = 0x7FFF;

  private static final int END_SYMBOL = 256;
  private static final int FIRST_LENGTH = 257;
  private static final int LENGTHS = 29;
  private static final int DISTANCES = 30;
  private static final int LITERAL_SYMBOLS = 288;
  private static final int DISTANCE_SYMBOLS = 32;
  private static final int MOST_LITERAL_SYMBOLS = 286;
  private static final int COPY_PREVIOUS = 16;
  private static final int ZEROS = 17;
  private static final int CODE_LENGTH_ROOT_BITS = 7;
  private static final byte[] CODE_LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final HuffmanTable literals =
      new HuffmanTable(LITERAL_ROOT_BITS, literalMeanings(LITERAL_SYMBOLS));
  private final HuffmanTable distances =
      new HuffmanTable(DISTANCE_ROOT_BITS, distanceMeanings(DISTANCE_SYMBOLS));
  private final HuffmanTable codeLengths = new HuffmanTable(CODE_LENGTH_ROOT_BITS, numbers());
  private final byte[] lengths = new byte[LITERAL_SYMBOLS + DISTANCE_SYMBOLS];

  /** Entries by the next bits of the input: literals, lengths and the end. */
  int[] literals() {
    return literals.entries;
  }

  /** Entries by the next bits of the input: distances. */
  int[] distances() {
    return distances.entries;
  }

  /** Makes the codes those that need no description. */
  void useFixed() {
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, LITERAL_SYMBOLS, (byte) 8);
    Arrays.fill(lengths, LITERAL_SYMBOLS, lengths.length, (byte) 5);
    literals.build(lengths, 0, LITERAL_SYMBOLS);
    distances.build(lengths, LITERAL_SYMBOLS, DISTANCE_SYMBOLS);
  }

  /**
   * Makes the codes those that the input describes.
   *
   * @throws FormatException if it describes none
   */
  void read(BitInput in) {
    int literalCount = in.take(5) + FIRST_LENGTH;
    int distanceCount = in.take(5) + 1;
    int codeLengthCount = in.take(4) + 4;
    if (literalCount > MOST_LITERAL_SYMBOLS || distanceCount > DISTANCES) {
      throw in.corrupt("too many length or distance codes");
    }
    Arrays.fill(lengths, 0, CODE_LENGTH_ORDER.length, (byte) 0);
    for (int i = 0; i < codeLengthCount; i++) {
      lengths[CODE_LENGTH_ORDER[i]] = (byte) in.take(3);
    }
    if (!codeLengths.build(lengths, 0, CODE_LENGTH_ORDER.length)) {
      throw in.corrupt("invalid code of code lengths");
    }
    readLengths(in, literalCount + distanceCount);
    if (lengths[END_SYMBOL] == 0) {
      throw in.corrupt("a block without an end");
    }
    if (!literals.build(lengths, 0, literalCount)) {
      throw in.corrupt("invalid code of literals and lengths");
    }
    if (!distances.build(lengths, literalCount, distanceCount)) {
      throw in.corrupt("invalid code of distances");
    }
  }

  private void readLengths(BitInput in, int count) {
    for (int i = 0; i < count; ) {
      in.refill();
      int entry = codeLengths.entries[(int) in.bits & ((1 << CODE_LENGTH_ROOT_BITS) - 1)];
      if ((entry & HuffmanTable.SPECIAL) != 0) {
        throw in.corrupt("a code length that has no meaning");
      }
      in.take(entry & HuffmanTable.LENGTH_MASK);
      int symbol = entry >>> BASE_SHIFT;
      if (symbol < COPY_PREVIOUS) {
        lengths[i++] = (byte) symbol;
        continue;
      }
      if (symbol == COPY_PREVIOUS && i == 0) {
        throw in.corrupt("a code length repeats nothing");
      }
      byte value = symbol == COPY_PREVIOUS ? lengths[i - 1] : 0;
      int times =
          symbol == COPY_PREVIOUS
              ? 3 + in.take(2)
              : symbol == ZEROS ? 3 + in.take(3) : 11 + in.take(7);
      if (i + times > count) {
        throw in.corrupt("too many code lengths");
      }
      Arrays.fill(lengths, i, i + times, value);
      i += times;
    }
  }

  private static int[] literalMeanings(int symbols) {
    int[] meanings = new int[symbols];
    Arrays.fill(meanings, HuffmanTable.SPECIAL);
    for (int s = 0; s < END_SYMBOL; s++) {
      meanings[s] = LITERAL | s << LITERAL_SHIFT;
    }
    meanings[END_SYMBOL] = HuffmanTable.SPECIAL | END;
    // Lengths 3 to 10 have a symbol each; then, four symbols at a time, twice as many share one.
    int base = 3;
    for (int i = 0; i < LENGTHS - 1; i++) {
      int extra = i < 8 ? 0 : i / 4 - 1;
      meanings[FIRST_LENGTH + i] = base << BASE_SHIFT | extra << EXTRA_SHIFT;
      base += 1 << extra;
    }
    meanings[FIRST_LENGTH + LENGTHS - 1] = Inflate.LONGEST_MATCH << BASE_SHIFT;
    return meanings;
  }

  private static int[] distanceMeanings(int symbols) {
    int[] meanings = new int[symbols];
    Arrays.fill(meanings, HuffmanTable.SPECIAL);
    int base = 1;
    for (int i = 0; i < DISTANCES; i++) {
      int extra = i < 4 ? 0 : i / 2 - 1;
      meanings[i] = base << BASE_SHIFT | extra << EXTRA_SHIFT;
      base += 1 << extra;
    }
    return meanings;
  }

  private static int[] numbers() {
    int[] numbers = new int[CODE_LENGTH_ORDER.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i << BASE_SHIFT;
    }
    return numbers;
  }
}
