package io.github.segbench.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG file as libpng writes it by default: for each row the filter whose bytes, as signed
 * numbers, have the smallest sum of magnitudes; level 6, for filtered data. ImageIO's files have no
 * filters, those of data sets do.
 */
final class FilteredPng {
  private static final int FILTERS = 5;

  private FilteredPng() {}

  /**
   * @param channels of 8 bits: 1 for grey, 3 for RGB
   * @param pixels {@code [height, width, channels]}
   */
  static byte[] encode(int width, int height, int channels, byte[] pixels) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) (channels == 1 ? 0 : 2))
            .array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", compressed(filtered(width * channels, height, channels, pixels)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] filtered(int rowBytes, int height, int channels, byte[] pixels) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int y = 0; y < height; y++) {
      byte[] best = {};
      long least = Long.MAX_VALUE;
      for (int filter = 0; filter < FILTERS; filter++) {
        byte[] row = row(filter, y * rowBytes, rowBytes, channels, pixels);
        long sum = 0;
        for (int i = 1; i < row.length; i++) {
          sum += Math.abs(row[i]);
        }
        if (sum < least) {
          least = sum;
          best = row;
        }
      }
      rows.writeBytes(best);
    }
    return rows.toByteArray();
  }

  private static byte[] row(int filter, int start, int rowBytes, int channels, byte[] pixels) {
    byte[] row = new byte[1 + rowBytes];
    row[0] = (byte) filter;
    for (int i = 0; i < rowBytes; i++) {
      int at = start + i;
      int left = i < channels ? 0 : pixels[at - channels] & 0xFF;
      int up = start == 0 ? 0 : pixels[at - rowBytes] & 0xFF;
      int corner = i < channels || start == 0 ? 0 : pixels[at - rowBytes - channels] & 0xFF;
      int prediction =
          switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
          };
      row[1 + i] = (byte) (pixels[at] - prediction);
    }
    return row;
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  private static byte[] compressed(byte[] data) {
    Deflater deflater = new Deflater(6);
    deflater.setStrategy(Deflater.FILTERED);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
