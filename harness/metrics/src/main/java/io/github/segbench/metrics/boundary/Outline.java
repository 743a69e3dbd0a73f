package io.github.segbench.metrics.boundary;

/**
 * The outline of a mask: its pixels of which one of the four neighbours is not in it. Pixels beyond
 * the image are not in it.
 */
final class Outline {
  private static final int WORD = 64;

  private Outline() {}

  /**
   * Replaces a mask by its outline.
   *
   * @param copy overwritten
   */
  static void keep(BitRaster mask, BitRaster copy) {
    copy.copyFrom(mask);
    long[] whole = copy.words();
    long[] outline = mask.words();
    int rowWords = mask.rowWords();
    int height = mask.height();
    for (int y = 0; y < height; y++) {
      int row = y * rowWords;
      for (int i = 0; i < rowWords; i++) {
        int at = row + i;
        long word = whole[at];
        if (word != 0) {
          long above = y == 0 ? 0 : whole[at - rowWords];
          long below = y == height - 1 ? 0 : whole[at + rowWords];
          long before = (word << 1) | (i == 0 ? 0 : whole[at - 1] >>> (WORD - 1));
          long after = (word >>> 1) | (i == rowWords - 1 ? 0 : whole[at + 1] << (WORD - 1));
          outline[at] = word & ~(above & below & before & after);
        }
      }
    }
  }
}
