package io.github.segbench.formats.png;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/**
 * Label maps as PNG files whose pixels are told apart by colour: RGB, palette or grey. Colours are
 * those of the file, to the bit: neither gamma nor colour profiles are applied, and alpha plays no
 * part. Grey values of fewer than 8 bits are spread over 0..255, so that the largest is white.
 */
public final class ColourPng {
  private ColourPng() {}

  /**
   * @throws FormatException naming the file, if it is missing, is no whole PNG file or has samples
   *     of 16 bits
   */
  public static ColourMap read(Path file) {
    return decode(FileTree.bytes(file), file.toString());
  }

  /**
   * @param name names the bytes in error messages
   * @throws FormatException as {@link #read} does
   */
  public static ColourMap decode(byte[] encoded, String name) {
    PngHeader header = PngHeader.of(encoded, name);
    if (header.bitDepth() > Byte.SIZE) {
      throw new FormatException(
          name + ": labels are " + header.describe() + ", expected 8-bit colours");
    }
    byte[] rgb = PhotoPng.colours(encoded, header, false, name);
    int[] colours = new int[header.width() * header.height()];
    for (int i = 0; i < colours.length; i++) {
      int first = i * RgbImage.CHANNELS;
      colours[i] =
          Byte.toUnsignedInt(rgb[first]) << 16
              | Byte.toUnsignedInt(rgb[first + 1]) << 8
              | Byte.toUnsignedInt(rgb[first + 2]);
    }
    return new ColourMap(header.width(), header.height(), colours);
  }
}
