package io.github.segbench.formats.png;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
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
    return decode(PngRaster.readBytes(file), file.toString());
  }

  /**
   * @param name names the bytes in error messages
   * @throws FormatException if they are no whole PNG file, or hold colours
   */
  public static LabelMap decode(byte[] encoded, String name) {
    PngHeader header = PngHeader.of(encoded, name);
    if (header.colourType() != PngHeader.GREY && header.colourType() != PngHeader.PALETTE) {
      throw new FormatException(
          name
              + ": labels are "
              + header.describe()
              + ", expected one channel of ids (grey or palette)");
    }
    Raster raster = PngRaster.decode(encoded, name);
    return new LabelMap(raster.getWidth(), raster.getHeight(), ids(raster));
  }

  private static short[] ids(Raster raster) {
    int width = raster.getWidth();
    short[] ids = new short[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int id : row) {
        ids[i++] = (short) id;
      }
    }
    return ids;
  }

  /** The map as a grey PNG file, of 8 bits if all ids fit, else of 16. */
  public static byte[] encode(LabelMap map) {
    short[] ids = map.labels();
    boolean fits = true;
    for (short id : ids) {
      fits &= (id & LabelSet.MAX_ID) <= LARGEST_BYTE;
    }
    int type = fits ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
    BufferedImage image = new BufferedImage(map.width(), map.height(), type);
    DataBuffer buffer = image.getRaster().getDataBuffer();
    if (buffer instanceof DataBufferByte bytes) {
      byte[] data = bytes.getData();
      for (int i = 0; i < ids.length; i++) {
        data[i] = (byte) ids[i];
      }
    } else if (buffer instanceof DataBufferUShort shorts) {
      System.arraycopy(ids, 0, shorts.getData(), 0, ids.length);
    }
    return PngRaster.encode(image);
  }
}
