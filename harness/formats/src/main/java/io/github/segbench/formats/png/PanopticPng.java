package io.github.segbench.formats.png;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/**
 * Panoptic maps as PNG files in COCO's manner: the id of a segment is R + 256 G + 65536 B.
 *
 * <p>Source: cocodataset/panopticapi, {@code panopticapi/utils.py}, {@code rgb2id}.
 */
public final class PanopticPng {
  private PanopticPng() {}

  /**
   * @throws FormatException naming the file, if it is missing or no whole RGB PNG file
   */
  public static SegmentIdMap read(Path file) {
    return decode(FileTree.bytes(file), file.toString());
  }

  /**
   * @param name names the bytes in error messages
   * @throws FormatException if they are no whole PNG file of 8-bit RGB
   */
  public static SegmentIdMap decode(byte[] encoded, String name) {
    PngHeader header = PngHeader.of(encoded, name);
    if (header.colourType() != PngHeader.RGB || header.bitDepth() != 8) {
      throw new FormatException(
          name
              + ": panoptic map is "
              + header.describe()
              + ", expected 8-bit RGB with id = R + 256 G + 65536 B");
    }
    PngPixels pixels = PngPixels.of(encoded, header, false, name);
    int[] ids = new int[header.width() * header.height()];
    pixels.writeTo(new SegmentIdSink(header.width(), ids));
    return new SegmentIdMap(header.width(), header.height(), ids);
  }

  /** The segment ids of a map as an RGB PNG file. */
  public static byte[] encode(PanopticSegmentation map) {
    int[] ids = map.segmentIds();
    byte[] pixels = new byte[ids.length * RgbImage.CHANNELS];
    for (int i = 0, p = 0; i < ids.length; i++) {
      pixels[p++] = (byte) ids[i];
      pixels[p++] = (byte) (ids[i] >> 8);
      pixels[p++] = (byte) (ids[i] >> 16);
    }
    RgbImage image = new RgbImage(map.width(), map.height(), pixels);
    return PngBytes.encode(ImageCodec.toBufferedImage(image));
  }
}
