package io.github.segbench.api.segmentation;

import java.util.Arrays;

/**
 * The compressed string form of COCO run lengths: each run as 6-bit characters (5 bits and a
 * continuation bit, offset 48), from the fourth run on as the difference to the run two before.
 *
 * <p>Source: cocodataset/cocoapi, common/maskApi.c, {@code rleToString} and {@code rleFrString}.
 */
public final class CocoRle {
  private static final int OFFSET = 48;
  private static final int MORE = 0x20;
  private static final int SIGN = 0x10;

  private CocoRle() {}

  /** The compressed string of a mask. */
  public static String encode(Mask mask) {
    int[] counts = mask.counts();
    StringBuilder text = new StringBuilder(counts.length * 2);
    for (int i = 0; i < counts.length; i++) {
      long value = i > 2 ? (long) counts[i] - counts[i - 2] : counts[i];
      boolean more = true;
      while (more) {
        int bits = (int) (value & 0x1F);
        value >>= 5;
        more = (bits & SIGN) != 0 ? value != -1 : value != 0;
        text.append((char) ((more ? bits | MORE : bits) + OFFSET));
      }
    }
    return text.toString();
  }

  /**
   * The mask of a compressed string.
   *
   * @throws IllegalArgumentException if the string is cut short, has a foreign character, or its
   *     runs do not add up to {@code width * height}
   */
  public static Mask decode(int width, int height, String text) {
    int[] counts = new int[16];
    int size = 0;
    int position = 0;
    while (position < text.length()) {
      long value = 0;
      int shift = 0;
      boolean more = true;
      while (more) {
        if (position == text.length()) {
          throw new IllegalArgumentException("RLE string ends in the middle of a run");
        }
        int bits = text.charAt(position) - OFFSET;
        if (bits < 0 || bits > 0x3F || shift > 30) {
          throw new IllegalArgumentException("RLE string has a bad character at " + position);
        }
        value |= (long) (bits & 0x1F) << shift;
        more = (bits & MORE) != 0;
        position++;
        shift += 5;
        if (!more && (bits & SIGN) != 0) {
          value |= -1L << shift;
        }
      }
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, size * 2);
      }
      long run = size > 2 ? value + counts[size - 2] : value;
      if (run < 0 || run > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("RLE string has a run of " + run + " pixels");
      }
      counts[size++] = (int) run;
    }
    return Mask.ofCounts(width, height, Arrays.copyOf(counts, size));
  }
}
