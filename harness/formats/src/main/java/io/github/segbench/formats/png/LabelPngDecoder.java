package io.github.segbench.formats.png;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/**
 * A reader of label PNG files that uses one array of ids again and again, for whoever is done with
 * a map before the next one comes. For a large map, to clear a new array takes about as long as to
 * undo the filters.
 *
 * <p>Not for several threads at a time.
 */
public final class LabelPngDecoder {
  private short[] ids = {};

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
   * @return a map whose array the next call may overwrite
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
    PngPixels pixels = PngPixels.of(encoded, header, name);
    int length = header.width() * header.height();
    if (ids.length != length) {
      ids = new short[length];
    }
    pixels.writeTo(new LabelSink(header.width(), header.bitDepth(), ids));
    return new LabelMap(header.width(), header.height(), ids);
  }
}
