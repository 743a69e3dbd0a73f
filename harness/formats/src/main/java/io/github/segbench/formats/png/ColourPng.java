package io.github.segbench.formats.png;

import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/**
 * Label maps as PNG files whose pixels are told apart by colour: RGB, palette or grey. Colours are
 * those of the file, to the bit: neither gamma nor colour profiles are applied, and alpha plays no
 * part. Samples of 16 bits count where they are an 8-bit value in both bytes; grey values of fewer
 * than 8 bits are spread over 0..255, so that the largest is white.
 */
public final class ColourPng {
  private ColourPng() {}

  /**
   * @throws FormatException naming the file, if it is missing or no whole PNG file; with the pixel,
   *     if that has no colour of 8 bits a channel
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
    if (header.bitsPerPixel() == Long.SIZE) {
      throw new FormatException(
          name + ": labels are " + header.describe() + ", expected 8-bit colours");
    }
    PngPixels pixels = PngPixels.of(encoded, header, name);
    int[] palette =
        header.colourType() == PngHeader.PALETTE
            ? PngChunks.palette(encoded, header, name)
            : new int[0];
    int[] colours = new int[header.width() * header.height()];
    pixels.writeTo(new ColourSink(header, palette, colours, name));
    return new ColourMap(header.width(), header.height(), colours);
  }
}
