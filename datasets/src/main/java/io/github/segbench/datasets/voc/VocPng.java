package io.github.segbench.datasets.voc;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.datasets.pixels.ColourTable;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.ColourPng;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Path;

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
  static LabelMap read(Path file, ColourTable colours) {
    byte[] encoded = FileTree.bytes(file);
    String name = file.toString();
    if (encoded.length <= COLOUR_TYPE_AT || encoded[COLOUR_TYPE_AT] != RGB) {
      return LabelPng.decode(encoded, name);
    }
    return colours.apply(ColourPng.decode(encoded, name), name);
  }
}
