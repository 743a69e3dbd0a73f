package io.github.segbench.api.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the pixels of a file lie to the image that they show, in the order of the numbers 1 to 8 that
 * EXIF and TIFF give it.
 *
 * <p>The tag is looked for by hand because ImageIO's TIFF reader would read, and stumble over, all
 * other tags, which cameras and editors often write wrongly.
 *
 * <p>Source: CIPA DC-008 (Exif 2.32), sections 4.5.2 and 4.6.4 A.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  TURNED_180(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, false, true),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, true, false);

  /** Of the orientation in EXIF and TIFF. */
  static final int TAG = 274;

  private static final int TIFF_MAGIC = 42;
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE_OFFSET = 8;

  /** Whether a row of the file is a column of the image. */
  private final boolean sidesSwapped;

  /** Whether the image's first pixel is at the right of the file. */
  private final boolean fromRight;

  /** Whether it is at the bottom. */
  private final boolean fromBottom;

  Orientation(boolean sidesSwapped, boolean fromRight, boolean fromBottom) {
    this.sidesSwapped = sidesSwapped;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** By its number; upright if there is no such number, as every viewer takes it. */
  static Orientation of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }

  /**
   * Of the first directory of a TIFF stream, which is what EXIF is. Upright if it says none or
   * cannot be read.
   */
  static Orientation ofTiff(byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    if (tiff.length < HEADER_BYTES || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
      return UPRIGHT;
    }
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = bytes.getInt(4);
    if (bytes.getShort(2) != TIFF_MAGIC
        || directory < HEADER_BYTES
        || directory > tiff.length - Short.BYTES) {
      return UPRIGHT;
    }
    int entry = directory + Short.BYTES;
    for (int left = bytes.getShort(directory) & 0xFFFF; left > 0; left--) {
      if (entry > tiff.length - ENTRY_BYTES) {
        return UPRIGHT;
      }
      if ((bytes.getShort(entry) & 0xFFFF) == TAG) {
        return of(bytes.getShort(entry + VALUE_OFFSET));
      }
      entry += ENTRY_BYTES;
    }
    return UPRIGHT;
  }

  /** The size of the image whose file has so many columns and rows. */
  ImageSize size(int columns, int rows) {
    return sidesSwapped ? new ImageSize(rows, columns) : new ImageSize(columns, rows);
  }

  /** The image that the pixels of a file show. */
  RgbImage turn(RgbImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int columns = stored.width();
    int rows = stored.height();
    ImageSize size = size(columns, rows);
    int across = fromRight ? -1 : 1;
    int down = fromBottom ? -columns : columns;
    int stepX = sidesSwapped ? down : across;
    int stepY = sidesSwapped ? across : down;
    int first = (fromRight ? columns - 1 : 0) + (fromBottom ? (rows - 1) * columns : 0);
    byte[] from = stored.pixels();
    byte[] pixels = new byte[from.length];
    int to = 0;
    for (int y = 0; y < size.height(); y++) {
      int pixel = first + y * stepY;
      for (int x = 0; x < size.width(); x++) {
        int i = pixel * RgbImage.CHANNELS;
        pixels[to++] = from[i];
        pixels[to++] = from[i + 1];
        pixels[to++] = from[i + 2];
        pixel += stepX;
      }
    }
    return new RgbImage(size.width(), size.height(), pixels);
  }
}
