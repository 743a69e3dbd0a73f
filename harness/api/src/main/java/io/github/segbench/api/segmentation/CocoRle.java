package io.github.segbench.api.segmentation;

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
  private static final int DIGIT_BITS = 5;
  private static final int LARGEST_DIGIT = 0x3F;
  private static final int LARGEST_SHIFT = 30;
  private static final char FOREIGN = 0x7F;

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
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.min(text.charAt(i), FOREIGN);
    }
    return decode(width, height, bytes, 0, bytes.length);
  }

  /**
   * The mask of a compressed string that lies in an array, a byte a character.
   *
   * @param offset where the string starts
   * @param length of the string
   * @throws IllegalArgumentException as for a string
   */
  public static Mask decode(int width, int height, byte[] text, int offset, int length) {
    int end = offset + length;
    int[] counts = new int[countRuns(text, offset, end)];
    int size = 0;
    for (int position = offset; position < end; size++) {
      long value = 0;
      int shift = 0;
      int bits = MORE;
      for (; (bits & MORE) != 0; position++, shift += DIGIT_BITS) {
        if (position == end) {
          throw new IllegalArgumentException("RLE string ends in the middle of a run");
        }
        bits = text[position] - OFFSET;
        if (bits < 0 || bits > LARGEST_DIGIT || shift > LARGEST_SHIFT) {
          throw new IllegalArgumentException(
              "RLE string has a bad character at " + (position - offset));
        }
        value |= (long) (bits & 0x1F) << shift;
      }
      if ((bits & SIGN) != 0) {
        value |= -1L << shift;
      }
      long run = size > 2 ? value + counts[size - 2] : value;
      if (run < 0 || run > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("RLE string has a run of " + run + " pixels");
      }
      counts[size] = (int) run;
    }
    return Mask.ofCounts(width, height, counts);
  }

  /** Characters that end a run, and one more for a run that is not ended. */
  private static int countRuns(byte[] text, int from, int to) {
    int runs = 1;
    for (int i = from; i < to - 1; i++) {
      runs += 1 - ((text[i] - OFFSET & MORE) >> DIGIT_BITS);
    }
    return to > from ? runs : 0;
  }
}
