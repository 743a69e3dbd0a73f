package io.github.segbench.formats;

/**
 * PASCAL VOC's colours of ids, for categories that have no colour of their own: the bits of the id,
 * the lowest first, are the highest bits of red, green and blue in turn.
 *
 * <p>Source: PASCAL VOC development kit, {@code VOClabelcolormap}.
 */
public final class VocColours {
  private static final int CHANNELS = 3;

  private VocColours() {}

  /**
   * The colour of an id as 0xRRGGBB. Different ids below 2^24 have different colours.
   *
   * @param id 0 or more; bits above the 24th play no part
   */
  public static int of(int id) {
    int rgb = 0;
    for (int bit = 0; bit < CHANNELS * Byte.SIZE; bit++) {
      int channel = CHANNELS - 1 - bit % CHANNELS;
      rgb |= (id >> bit & 1) << (Byte.SIZE * channel + Byte.SIZE - 1 - bit / CHANNELS);
    }
    return rgb;
  }
}
