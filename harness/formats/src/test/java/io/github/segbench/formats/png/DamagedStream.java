package io.github.segbench.formats.png;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A zlib stream whose blocks are damaged and whose checksum is right nevertheless. */
final class DamagedStream {
  private DamagedStream() {}

  /**
   * Appends the checksum of what the blocks decompress to.
   *
   * @param blocks a header and blocks, perhaps broken
   * @param length of the data that are expected
   */
  static byte[] mended(byte[] blocks, int length) {
    if (blocks.length < 2) {
      return blocks;
    }
    Inflater inflater = new Inflater(true);
    byte[] out = new byte[length + 1];
    int n = 0;
    long used = blocks.length - 2L;
    try {
      inflater.setInput(blocks, 2, blocks.length - 2);
      n = inflater.inflate(out);
      used = inflater.finished() ? inflater.getBytesRead() : used;
    } catch (DataFormatException e) {
      n = 0; // it will be refused anyway
    } finally {
      inflater.end();
    }
    Adler32 checksum = new Adler32();
    checksum.update(out, 0, n);
    int end = 2 + (int) used;
    byte[] stream = Arrays.copyOf(blocks, end + Integer.BYTES);
    for (int i = 0; i < Integer.BYTES; i++) {
      stream[end + i] = (byte) (checksum.getValue() >> (24 - 8 * i));
    }
    return stream;
  }
}
