package io.github.segbench.formats.png;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files byte by byte, so that what is read does not depend on a PNG writer. */
final class PngFixture {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private PngFixture() {}

  /**
   * @param palette RGB triples, empty for none
   * @param rows packed samples of each row
   */
  static byte[] png(int width, int height, int depth, int colourType, byte[] palette, int[] rows) {
    try {
      PngFixture fixture = new PngFixture();
      fixture.out.writeLong(0x89504E470D0A1A0AL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(new byte[] {(byte) depth, (byte) colourType, 0, 0, 0});
      fixture.chunk("IHDR", header.toByteArray());
      if (palette.length > 0) {
        fixture.chunk("PLTE", palette);
      }
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
        int bytesPerRow = rows.length / height;
        for (int i = 0; i < rows.length; i++) {
          if (i % bytesPerRow == 0) {
            deflater.write(0);
          }
          deflater.write(rows[i]);
        }
      }
      fixture.chunk("IDAT", data.toByteArray());
      fixture.chunk("IEND", new byte[0]);
      return fixture.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
