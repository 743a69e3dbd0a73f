package io.github.segbench.api.segmentation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the runs of a column-major bitmap. A run ends where a pixel differs from the one before:
 * the bitmap is compared with itself one pixel earlier, which the JVM does many pixels at a time up
 * to the next change. Around a change, where others are likely, words of eight pixels are compared.
 */
final class ColumnMajorRuns {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PIXELS = Long.BYTES;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long ALL_BUT_HIGH_BITS = 0x7F7F7F7F7F7F7F7FL;

  private final byte[] bitmap;
  private final MaskBuilder runs;
  private boolean foreground;
  private int start;

  /**
   * @param bitmap 0 is background, anything else foreground
   * @param runs what is found is appended here
   */
  ColumnMajorRuns(byte[] bitmap, MaskBuilder runs) {
    this.bitmap = bitmap;
    this.runs = runs;
    this.foreground = bitmap[0] != 0;
  }

  void collect() {
    int last = bitmap.length - 1;
    int position = 1;
    while (position <= last) {
      int same = Arrays.mismatch(bitmap, position - 1, last, bitmap, position, last + 1);
      if (same < 0) {
        break;
      }
      position += same;
      while (position + PIXELS <= bitmap.length && word(position - 1) != word(position)) {
        changeWithin(position);
        position += PIXELS;
      }
      if (position + PIXELS > bitmap.length) {
        for (; position <= last; position++) {
          if ((bitmap[position] != 0) != foreground) {
            changeAt(position);
          }
        }
      }
    }
    if (foreground) {
      changeAt(bitmap.length);
    }
  }

  private long word(int position) {
    return (long) WORD.get(bitmap, position);
  }

  private void changeWithin(int position) {
    long changed = lowBits(word(position - 1)) ^ lowBits(word(position));
    while (changed != 0) {
      changeAt(position + Long.numberOfTrailingZeros(changed) / Byte.SIZE);
      changed &= changed - 1;
    }
  }

  private void changeAt(int position) {
    if (foreground) {
      runs.append(start, position);
    }
    start = position;
    foreground = !foreground;
  }

  /** 1 in the low bit of each byte that is not 0. */
  private static long lowBits(long bytes) {
    // Adding 127 to the seven lower bits carries into the eighth unless they are 0.
    return ((bytes & ALL_BUT_HIGH_BITS) + ALL_BUT_HIGH_BITS | bytes) >>> 7 & LOW_BITS;
  }
}
