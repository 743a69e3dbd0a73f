package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;
import java.util.zip.Adler32;

/**
 * A zlib stream that is decompressed piece by piece into a window, which the caller reads in place.
 *
 * <p>Why not {@link java.util.zip.Inflater}: label maps compress to long matches, and zlib copies
 * those in small steps, through a buffer of its own, with a call into native code for each piece.
 * Here a match is copied a word at a time, by the pattern if it overlaps itself; a symbol is one
 * look-up; and the window is small enough to stay in the processor's cache, whatever the size of
 * the image. What compresses badly gains little.
 *
 * <p>Whatever the stream holds, the work and the memory are bounded by what the caller takes.
 *
 * <p>Sources: RFC 1950, RFC 1951; the idea of refilling a 64-bit word, from F. Giesen, Reading bits
 * in far too many ways, and libdeflate.
 */
final class Inflate {
  static final int LONGEST_MATCH = 258;

  /** How far back a match can reach. */
  private static final int HISTORY = 1 << 15;

  /** How much is decompressed at a time, at least. */
  private static final int PIECE = 3 << 15;

  /** What one step may write beyond the end of a piece. */
  private static final int SLACK = LONGEST_MATCH + 2 * Words.BYTES;

  /** Bytes that are copied for a match of so many or fewer. */
  private static final int SHORT_MATCH = 4 * Words.BYTES;

  /** Bytes that are copied for any longer match: whole words. */
  private static final int COPIED = LONGEST_MATCH + 6;

  /** Only read. */
  private static final byte[] ZEROS = new byte[COPIED];

  private static final int STORED = 0;
  private static final int FIXED = 1;
  private static final int DYNAMIC = 2;
  private static final int LITERAL_MASK = (1 << DeflateCodes.LITERAL_ROOT_BITS) - 1;
  private static final int DISTANCE_MASK = (1 << DeflateCodes.DISTANCE_ROOT_BITS) - 1;

  private final BitInput in;
  private final DeflateCodes codes = new DeflateCodes();
  private final Adler32 checksum = new Adler32();
  private final byte[] window;
  private int taken;
  private int end;
  private boolean lastBlock;
  private boolean inBlock;
  private boolean finished;

  /** Bytes that are left of a stored block, or -1 in a block with codes. */
  private int stored;

  /**
   * @param largestTake the most bytes that will be taken at a time
   * @throws FormatException if the stream does not begin as one of zlib does
   */
  Inflate(BitInput in, int largestTake) {
    this.in = in;
    this.window = new byte[HISTORY + Math.max(PIECE, largestTake) + SLACK];
    int header = in.take(8) << 8 | in.take(8);
    boolean deflate = (header >>> 8 & 0xF) == 8 && header >>> 12 <= 7;
    boolean dictionary = (header & 0x20) != 0;
    if (!deflate || dictionary || header % 31 != 0) {
      throw in.corrupt("not compressed by zlib");
    }
  }

  /** The array that decompressed bytes lie in, and {@link Words#BYTES} more behind them. */
  byte[] window() {
    return window;
  }

  /**
   * Decompresses as far as needed.
   *
   * @return where in the window the next {@code length} bytes lie, until the next call
   * @throws FormatException if the stream is damaged or ends before
   */
  int take(int length) {
    if (end - taken < length) {
      fill();
      if (end - taken < length) {
        throw in.corrupt("the compressed data hold too few rows");
      }
    }
    int start = taken;
    taken += length;
    return start;
  }

  /**
   * @throws FormatException if the stream goes on, or its checksum is not that of the bytes
   */
  void finish() {
    if (!finished) {
      fill();
    }
    if (!finished || taken < end) {
      throw in.corrupt("the compressed data hold too many rows");
    }
    in.alignToByte();
    int expected = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      expected = expected << 8 | in.take(8);
    }
    in.alignToByte();
    if (expected != (int) checksum.getValue()) {
      throw in.corrupt("the decompressed data have another Adler-32 checksum than the file says");
    }
  }

  private void fill() {
    int keep = Math.min(taken, Math.max(0, end - HISTORY));
    System.arraycopy(window, keep, window, 0, end - keep);
    taken -= keep;
    end -= keep;
    int start = end;
    int limit = window.length - SLACK;
    while (end < limit && !finished) {
      if (!inBlock) {
        beginBlock();
      } else if (stored >= 0) {
        copyStored(limit);
      } else {
        decode(limit);
      }
      finished = lastBlock && !inBlock;
    }
    checksum.update(window, start, end - start);
  }

  private void beginBlock() {
    lastBlock = in.take(1) == 1;
    inBlock = true;
    stored = -1;
    switch (in.take(2)) {
      case STORED -> {
        in.alignToByte();
        stored = in.take(16);
        if (in.take(16) != (stored ^ 0xFFFF)) {
          throw in.corrupt("a stored block with two lengths");
        }
        in.alignToByte();
        inBlock = stored > 0;
      }
      case FIXED -> codes.useFixed();
      case DYNAMIC -> codes.read(in);
      default -> throw in.corrupt("a block of unknown type");
    }
  }

  private void copyStored(int limit) {
    int length = Math.min(stored, limit - end);
    if (in.position + length > in.length) {
      throw in.truncated();
    }
    System.arraycopy(in.bytes, in.position, window, end, length);
    in.position += length;
    end += length;
    stored -= length;
    inBlock = stored > 0;
  }

  /** Decodes symbols until the limit is reached or the block ends. */
  private void decode(int limit) {
    byte[] out = window;
    byte[] bytes = in.bytes;
    int[] literals = codes.literals();
    int[] distances = codes.distances();
    int last = in.length + Words.BYTES;
    long bits = in.bits;
    int count = in.count;
    int position = in.position;
    int to = end;
    while (to < limit) {
      // As BitInput.refill: 56 bits, enough for a match of 15 + 5 + 15 + 13.
      if (position > last) {
        throw in.truncated();
      }
      bits |= Words.get(bytes, position) << count;
      position += (Long.SIZE - 1 - count) >>> 3;
      count |= BitInput.REFILLED;

      int entry = literals[(int) bits & LITERAL_MASK];
      if (entry > HuffmanTable.SPECIAL && (entry & HuffmanTable.SECOND) != 0) {
        entry = literals[second(entry, bits >>> DeflateCodes.LITERAL_ROOT_BITS)];
      }
      // A shift takes the lowest six bits of its right side, which are the length of the code.
      bits >>>= entry;
      count -= entry & HuffmanTable.LENGTH_MASK;
      if (entry < 0) {
        out[to++] = (byte) (entry >>> DeflateCodes.LITERAL_SHIFT);
        // Of 56 bits 15 at most are gone. Photos are mostly literals, so two more are looked for.
        entry = literals[(int) bits & LITERAL_MASK];
        if (entry < 0) {
          bits >>>= entry;
          count -= entry & HuffmanTable.LENGTH_MASK;
          out[to++] = (byte) (entry >>> DeflateCodes.LITERAL_SHIFT);
          entry = literals[(int) bits & LITERAL_MASK];
          if (entry < 0) {
            bits >>>= entry;
            count -= entry & HuffmanTable.LENGTH_MASK;
            out[to++] = (byte) (entry >>> DeflateCodes.LITERAL_SHIFT);
          }
        }
        continue;
      }
      if (entry >= HuffmanTable.SPECIAL) {
        if ((entry & DeflateCodes.END) == 0) {
          throw in.corrupt("a code that has no meaning");
        }
        inBlock = false;
        break;
      }
      int extra = entry >>> DeflateCodes.EXTRA_SHIFT & DeflateCodes.EXTRA_MASK;
      int length = (entry >>> DeflateCodes.BASE_SHIFT) + ((int) bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;

      entry = distances[(int) bits & DISTANCE_MASK];
      if (entry >= HuffmanTable.SPECIAL) {
        if ((entry & HuffmanTable.SECOND) != 0) {
          entry = distances[second(entry, bits >>> DeflateCodes.DISTANCE_ROOT_BITS)];
        }
        if (entry >= HuffmanTable.SPECIAL) {
          throw in.corrupt("a distance that has no meaning");
        }
      }
      bits >>>= entry;
      count -= entry & HuffmanTable.LENGTH_MASK;
      extra = entry >>> DeflateCodes.EXTRA_SHIFT & DeflateCodes.EXTRA_MASK;
      int distance = (entry >>> DeflateCodes.BASE_SHIFT) + ((int) bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;
      if (distance > to) {
        throw in.corrupt("a match that begins before the data");
      }
      copy(out, to, distance, length);
      to += length;
    }
    in.bits = bits;
    in.count = count;
    in.position = position;
    end = to;
  }

  private static int second(int pointer, long bits) {
    int tableBits = pointer >>> HuffmanTable.POINTER_BITS_SHIFT & HuffmanTable.POINTER_BITS_MASK;
    int start = pointer >>> HuffmanTable.POINTER_SHIFT & HuffmanTable.POINTER_MASK;
    return start + ((int) bits & ((1 << tableBits) - 1));
  }

  /**
   * Repeats earlier bytes; may write up to {@link #COPIED} bytes.
   *
   * <p>Lengths are anything, which no processor guesses. So two fixed amounts are copied rather
   * than what is needed, without a loop that would end somewhere else each time.
   */
  private static void copy(byte[] out, int to, int distance, int length) {
    int from = to - distance;
    if (length <= SHORT_MATCH && distance >= Words.BYTES) {
      for (int i = 0; i < SHORT_MATCH; i += Words.BYTES) {
        Words.set(out, to + i, Words.get(out, from + i));
      }
    } else if (distance >= COPIED) {
      System.arraycopy(out, from, out, to, COPIED);
    } else if (distance == 1 && out[from] == 0) {
      System.arraycopy(ZEROS, 0, out, to, COPIED);
    } else if (distance >= Words.BYTES) {
      for (int i = 0; i < length; i += Words.BYTES) {
        Words.set(out, to + i, Words.get(out, from + i));
      }
    } else {
      long pattern = Words.repeat(Words.get(out, from), distance);
      int step = Words.wholeCopies(distance);
      for (int i = 0; i < length; i += step) {
        Words.set(out, to + i, pattern);
      }
    }
  }
}
