package io.github.segbench.formats.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files byte by byte, so that what is read does not depend on a PNG writer. */
final class PngFixture {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private PngFixture() {}

  /** A file that has its signature only. */
  static PngFixture empty() {
    PngFixture fixture = new PngFixture();
    fixture.bytes.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    return fixture;
  }

  /** A file up to its first chunk. */
  static PngFixture start(PngHeader header) {
    return empty()
        .chunk(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(header.width())
                .putInt(header.height())
                .put((byte) header.bitDepth())
                .put((byte) header.colourType())
                .putShort((short) 0)
                .put((byte) (header.interlaced() ? 1 : 0))
                .array());
  }

  /**
   * @param palette RGB triples, empty for none
   * @param rows packed samples of each row
   */
  static byte[] png(int width, int height, int depth, int colourType, byte[] palette, int[] rows) {
    PngFixture fixture = start(new PngHeader(width, height, depth, colourType, false));
    if (palette.length > 0) {
      fixture.chunk("PLTE", palette);
    }
    return fixture.chunk("IDAT", deflated(height, rows)).end();
  }

  /** Rows without a filter, compressed. */
  static byte[] deflated(int height, int[] rows) {
    ByteBuffer data = ByteBuffer.allocate(rows.length + height);
    int bytesPerRow = rows.length / height;
    for (int i = 0; i < rows.length; i++) {
      if (i % bytesPerRow == 0) {
        data.put((byte) 0);
      }
      data.put((byte) rows[i]);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(data.array());
    deflater.finish();
    byte[] compressed = new byte[2 * data.capacity() + 100];
    int length = deflater.deflate(compressed);
    deflater.end();
    return Arrays.copyOf(compressed, length);
  }

  PngFixture chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return chunk(type, data, (int) crc.getValue());
  }

  PngFixture chunk(String type, byte[] data, int crc) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    bytes.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(data);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(crc).array());
    return this;
  }

  /** The file, with its end. */
  byte[] end() {
    return chunk("IEND", new byte[0]).toByteArray();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
