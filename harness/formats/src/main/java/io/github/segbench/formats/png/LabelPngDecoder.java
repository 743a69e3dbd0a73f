package io.github.segbench.formats.png;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/**
 * A reader of label PNG files that uses one array of ids again and again, for whoever is done with
 * a map before the next one comes: a new array of a large map has to be cleared first.
 *
 * <p>Not for several threads at a time.
 */
public final class LabelPngDecoder {
  private byte[] bytes = {};
  private short[] shorts = {};

  /**
   * As {@link LabelPng#read}.
   *
   * @return a map whose array the next call may overwrite
   * @throws FormatException naming the file, if it is missing, no whole PNG file, or holds colours
   */
  public LabelMap read(Path file) {
    return decode(FileTree.bytes(file), file.toString());
  }

  /**
   * As {@link LabelPng#decode}.
   *
   * @param name names the bytes in error messages
   * @return a map whose array the next call may overwrite; of bytes unless the file has 16 bits
   * @throws FormatException if they are no whole PNG file, or hold colours
   */
  public LabelMap decode(byte[] encoded, String name) {
    PngHeader header = PngHeader.of(encoded, name);
    if (header.colourType() != PngHeader.GREY && header.colourType() != PngHeader.PALETTE) {
      throw new FormatException(
          name
              + ": labels are "
              + header.describe()
              + ", expected one channel of ids (grey or palette)");
    }
    PngPixels pixels = PngPixels.of(encoded, header, false, name);
    int length = header.width() * header.height();
    if (header.bitDepth() <= Byte.SIZE) {
      if (bytes.length != length) {
        bytes = new byte[length];
      }
      pixels.writeTo(new ByteLabelSink(header.width(), header.bitDepth(), bytes));
      return LabelMap.ofBytes(header.width(), header.height(), bytes);
    }
    if (shorts.length != length) {
      shorts = new short[length];
    }
    pixels.writeTo(new ShortLabelSink(header.width(), shorts));
    return new LabelMap(header.width(), header.height(), shorts);
  }
}
