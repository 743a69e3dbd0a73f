package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;

/**
 * The first chunk of a PNG file, by which ids are told from colours before anything is decoded.
 *
 * <p>Source: W3C, Portable Network Graphics, section 11.2.1 (IHDR).
 *
 * @param width in pixels, positive
 * @param height in pixels, positive
 * @param bitDepth of a sample or palette index: 1, 2, 4, 8 or 16
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngHeader(int width, int height, int bitDepth, int colourType, boolean interlaced) {
  static final int GREY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int GREY_ALPHA = 4;
  static final int RGB_ALPHA = 6;

  /** How many bytes it takes with the signature before it. */
  static final int LENGTH = 33;

  static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int IHDR_LENGTH = 13;

  /**
   * @throws FormatException if the bytes do not start as a PNG file does, or say what no PNG file
   *     can be
   */
  static PngHeader of(byte[] encoded, String name) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    if (encoded.length < LENGTH || bytes.getLong(0) != SIGNATURE || bytes.getInt(12) != IHDR) {
      throw new FormatException(name + ": not a PNG file");
    }
    int interlace = bytes.get(28);
    PngHeader header =
        new PngHeader(
            bytes.getInt(16), bytes.getInt(20), bytes.get(24), bytes.get(25), interlace == 1);
    boolean methodsKnown = bytes.get(26) == 0 && bytes.get(27) == 0 && interlace >> 1 == 0;
    boolean sizeGiven = header.width > 0 && header.height > 0;
    if (bytes.getInt(8) != IHDR_LENGTH || !methodsKnown || !sizeGiven || !header.hasKnownDepth()) {
      throw new FormatException(
          name
              + ": corrupt PNG file (its header says "
              + header.width
              + "x"
              + header.height
              + " pixels, "
              + header.describe()
              + ", compression "
              + bytes.get(26)
              + ", filter "
              + bytes.get(27)
              + ", interlace "
              + interlace
              + ")");
    }
    return header;
  }

  private boolean hasKnownDepth() {
    return switch (colourType) {
      case GREY -> bitDepth >= 1 && bitDepth <= 16 && Integer.bitCount(bitDepth) == 1;
      case PALETTE -> bitDepth >= 1 && bitDepth <= 8 && Integer.bitCount(bitDepth) == 1;
      case RGB, GREY_ALPHA, RGB_ALPHA -> bitDepth == 8 || bitDepth == 16;
      default -> false;
    };
  }

  int bitsPerPixel() {
    int samples =
        switch (colourType) {
          case GREY_ALPHA -> 2;
          case RGB -> 3;
          case RGB_ALPHA -> 4;
          default -> 1;
        };
    return samples * bitDepth;
  }

  /** The bytes of a row of pixels, without the filter before them. */
  long rowBytes(int pixels) {
    return ((long) pixels * bitsPerPixel() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** The kind of its pixels in words. */
  String describe() {
    String kind =
        switch (colourType) {
          case GREY -> "grey";
          case RGB -> "RGB";
          case PALETTE -> "palette";
          case GREY_ALPHA -> "grey with alpha";
          case RGB_ALPHA -> "RGB with alpha";
          default -> "unknown (colour type " + colourType + ")";
        };
    return bitDepth + "-bit " + kind;
  }
}
