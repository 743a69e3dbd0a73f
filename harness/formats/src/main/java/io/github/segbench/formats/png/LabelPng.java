package io.github.segbench.formats.png;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.VocColours;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.nio.file.Path;

/**
 * Label maps as PNG files of one channel: grey values of 1 to 16 bits, or palette indices, taken as
 * they are. The colours of a palette play no part.
 */
public final class LabelPng {
  private static final int LARGEST_BYTE = 0xFF;

  private LabelPng() {}

  /**
   * @throws FormatException naming the file, if it is missing, no whole PNG file, or holds colours
   */
  public static LabelMap read(Path file) {
    return decode(FileTree.bytes(file), file.toString());
  }

  /**
   * @param name names the bytes in error messages
   * @throws FormatException if they are no whole PNG file, or hold colours
   */
  public static LabelMap decode(byte[] encoded, String name) {
    return new LabelPngDecoder().decode(encoded, name);
  }

  /** The map as a grey PNG file, of 8 bits if all ids fit, else of 16. */
  public static byte[] encode(LabelMap map) {
    boolean fits = fitsBytes(map);
    int type = fits ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
    BufferedImage image = new BufferedImage(map.width(), map.height(), type);
    DataBuffer buffer = image.getRaster().getDataBuffer();
    if (buffer instanceof DataBufferByte bytes) {
      byte[] data = bytes.getData();
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) map.at(i);
      }
    } else if (buffer instanceof DataBufferUShort shorts) {
      System.arraycopy(map.labels(), 0, shorts.getData(), 0, shorts.getSize());
    }
    return PngBytes.encode(image);
  }

  private static boolean fitsBytes(LabelMap map) {
    boolean fits = true;
    if (!map.hasBytes()) {
      for (short id : map.labels()) {
        fits &= (id & LabelSet.MAX_ID) <= LARGEST_BYTE;
      }
    }
    return fits;
  }

  /**
   * The map as a palette PNG file in the manner of VOC: an index is an id, its colour that of the
   * category, or VOC's own where the label set has none.
   *
   * @throws FormatException if an id is beyond 255
   */
  public static byte[] encodePalette(LabelMap map, LabelSet labelSet) {
    BufferedImage image =
        new BufferedImage(
            map.width(), map.height(), BufferedImage.TYPE_BYTE_INDEXED, palette(labelSet));
    byte[] indices = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < indices.length; i++) {
      int id = map.at(i);
      if (id > LARGEST_BYTE) {
        throw new FormatException(
            "label "
                + id
                + " at x="
                + i % map.width()
                + " y="
                + i / map.width()
                + ", expected at most 255 in a palette PNG");
      }
      indices[i] = (byte) id;
    }
    return PngBytes.encode(image);
  }

  private static IndexColorModel palette(LabelSet labelSet) {
    int[] colours = new int[LARGEST_BYTE + 1];
    for (int id = 0; id < colours.length; id++) {
      colours[id] = labelSet.byId(id).map(Category::colour).orElse(VocColours.of(id));
    }
    return new IndexColorModel(
        Byte.SIZE, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
