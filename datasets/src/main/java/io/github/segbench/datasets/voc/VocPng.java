package io.github.segbench.datasets.voc;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A PNG file of VOC's classes or objects: palette or grey, whose values are the ids, or, as CVAT
 * and Datumaro write it, RGB, whose colours stand for ids.
 */
final class VocPng {
  /** Where a PNG file has the colour type: after the signature and in the first chunk. */
  private static final int COLOUR_TYPE_AT = 25;

  private static final int RGB = 2;

  private VocPng() {}

  /**
   * @param colours the ids of an RGB file's colours
   * @throws FormatException naming the file, if it is missing, damaged or of another kind, or has a
   *     colour that is not known
   */
  static LabelMap read(Path file, ColourIds colours) {
    byte[] encoded = FileTree.bytes(file);
    String name = file.toString();
    if (encoded.length <= COLOUR_TYPE_AT || encoded[COLOUR_TYPE_AT] != RGB) {
      return LabelPng.decode(encoded, name);
    }
    // The raw bytes of the pixels, whatever the file says about how they are to be shown.
    SegmentIdMap pixels = PanopticPng.decode(encoded, name);
    short[] ids = new short[pixels.ids().length];
    int last = -1;
    int id = 0;
    for (int i = 0; i < ids.length; i++) {
      int colour = pixels.ids()[i];
      if (colour != last) {
        id = colours.id(rgb(colour));
        last = colour;
      }
      if (id == ColourIds.UNKNOWN) {
        throw new FormatException(
            String.format(
                Locale.ROOT,
                "%s: colour #%06x at x=%d y=%d, expected %s",
                name,
                rgb(colour),
                i % pixels.width(),
                i / pixels.width(),
                colours.expected()));
      }
      ids[i] = (short) id;
    }
    return new LabelMap(pixels.width(), pixels.height(), ids);
  }

  /** A colour whose lowest byte is red as one whose lowest byte is blue. */
  private static int rgb(int bgr) {
    return Integer.reverseBytes(bgr) >>> Byte.SIZE;
  }
}
