package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;

/**
 * The first chunk of a PNG file, by which ids are told from colours before anything is decoded.
 *
 * <p>Source: W3C, Portable Network Graphics, section 11.2.1 (IHDR).
 *
 * @param bitDepth of a sample or palette index: 1, 2, 4, 8 or 16
 */
record PngHeader(int width, int height, int bitDepth, int colourType) {
  static final int GREY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int LENGTH = 33;

  /**
   * @throws FormatException if the bytes do not start as a PNG file does
   */
  static PngHeader of(byte[] encoded, String name) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    if (encoded.length < LENGTH || bytes.getLong(0) != SIGNATURE || bytes.getInt(12) != IHDR) {
      throw new FormatException(name + ": not a PNG file");
    }
    return new PngHeader(bytes.getInt(16), bytes.getInt(20), bytes.get(24), bytes.get(25));
  }

  /** The kind of its pixels in words. */
  String describe() {
    String kind =
        switch (colourType) {
          case GREY -> "grey";
          case RGB -> "RGB";
          case PALETTE -> "palette";
          case 4 -> "grey with alpha";
          case 6 -> "RGB with alpha";
          default -> "unknown (colour type " + colourType + ")";
        };
    return bitDepth + "-bit " + kind;
  }
}
