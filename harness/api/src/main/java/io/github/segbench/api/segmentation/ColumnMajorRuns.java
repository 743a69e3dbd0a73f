package io.github.segbench.api.segmentation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the runs of a column-major bitmap. A run ends where a pixel differs from the one before, so
 * words of eight pixels are compared with the words one pixel earlier; where 32 pixels show no
 * change, which is nearly everywhere, nothing else is done.
 */
final class ColumnMajorRuns {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PIXELS = Long.BYTES;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long ALL_BUT_HIGH_BITS = 0x7F7F7F7F7F7F7F7FL;

  private ColumnMajorRuns() {}

  /**
   * @param bitmap 0 is background, anything else foreground
   */
  static void collect(byte[] bitmap, MaskBuilder runs) {
    int start = bitmap[0] == 0 ? -1 : 0;
    int position = 1;
    int lastBlock = bitmap.length - 4 * PIXELS;
    while (position <= lastBlock) {
      if (changes(bitmap, position) == 0) {
        position += 4 * PIXELS;
        continue;
      }
      for (int end = position + 4 * PIXELS; position < end; position += PIXELS) {
        long before = (long) WORD.get(bitmap, position - 1);
        long here = (long) WORD.get(bitmap, position);
        long changed = lowBits(before) ^ lowBits(here);
        while (changed != 0) {
          int pixel = position + Long.numberOfTrailingZeros(changed) / Byte.SIZE;
          changed &= changed - 1;
          if (start < 0) {
            start = pixel;
          } else {
            runs.append(start, pixel);
            start = -1;
          }
        }
      }
    }
    for (; position < bitmap.length; position++) {
      boolean foreground = bitmap[position] != 0;
      if (foreground && start < 0) {
        start = position;
      } else if (!foreground && start >= 0) {
        runs.append(start, position);
        start = -1;
      }
    }
    if (start >= 0) {
      runs.append(start, bitmap.length);
    }
  }

  private static long changes(byte[] bitmap, int position) {
    return ((long) WORD.get(bitmap, position) ^ (long) WORD.get(bitmap, position - 1))
        | ((long) WORD.get(bitmap, position + PIXELS)
            ^ (long) WORD.get(bitmap, position + PIXELS - 1))
        | ((long) WORD.get(bitmap, position + 2 * PIXELS)
            ^ (long) WORD.get(bitmap, position + 2 * PIXELS - 1))
        | ((long) WORD.get(bitmap, position + 3 * PIXELS)
            ^ (long) WORD.get(bitmap, position + 3 * PIXELS - 1));
  }

  /** 1 in the low bit of each byte that is not 0. */
  private static long lowBits(long bytes) {
    // Adding 127 to the seven lower bits carries into the eighth unless they are 0.
    return ((bytes & ALL_BUT_HIGH_BITS) + ALL_BUT_HIGH_BITS | bytes) >>> 7 & LOW_BITS;
  }
}
