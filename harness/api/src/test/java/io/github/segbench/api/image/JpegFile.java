package io.github.segbench.api.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** JPEG files that tests make. */
final class JpegFile {
  private static final int BLOCK = 8;

  private JpegFile() {}

  /** Blocks of 8x8 pixels, each of one grey, which JPEG keeps to the value. */
  static byte[] blocks(int columns, int... greys) throws IOException {
    int width = columns * BLOCK;
    int height = greys.length / columns * BLOCK;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, greys[y / BLOCK * columns + x / BLOCK]);
      }
    }
    return written(image, "jpeg");
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer of " + format);
    }
    return out.toByteArray();
  }

  /** The grey in the middle of each block. */
  static int[][] greys(RgbImage image) {
    int[][] greys = new int[image.height() / BLOCK][image.width() / BLOCK];
    for (int[] row : greys) {
      int y = Arrays.asList(greys).indexOf(row) * BLOCK + BLOCK / 2;
      Arrays.setAll(row, x -> image.channel(x * BLOCK + BLOCK / 2, y, 0));
    }
    return greys;
  }

  /** A file with one more segment, right after its start. */
  static byte[] with(byte[] jpeg, int marker, byte[] payload) {
    return ByteBuffer.allocate(jpeg.length + payload.length + 4)
        .put(jpeg, 0, 2)
        .putShort((short) marker)
        .putShort((short) (payload.length + 2))
        .put(payload)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** An EXIF segment's payload that has an orientation, after another tag. */
  static byte[] exif(ByteOrder order, int orientation) {
    byte[] mark = (order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4).order(order);
    tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(mark).putShort((short) 42);
    tiff.putInt(8).putShort((short) 2);
    tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(24);
    tiff.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }
}
