package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The walk over the chunks of a PNG file that checks each one and gathers the compressed pixels.
 *
 * <p>It is strict, as a label that is read wrongly is worse than a file that is refused: each chunk
 * must have the checksum that it states, the pixels must be in one piece, a palette image must have
 * a palette, no chunk that a decoder must understand may be unknown, and the file must have its
 * end. What follows the end is not looked at.
 *
 * <p>Source: W3C, Portable Network Graphics, sections 5 and 11.
 */
final class PngChunks {
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;

  /** Set in the type of a chunk that may be ignored. */
  private static final int ANCILLARY = 0x20000000;

  /** Length and type before the data of a chunk. */
  private static final int BEFORE = 8;

  private static final int CHECKSUM = 4;
  private static final int LARGEST_PALETTE = 3 * 256;

  private final ByteBuffer bytes;
  private final String name;
  private final CRC32 checksum = new CRC32();
  private byte[] pixels = {};
  private int pixelBytes;
  private byte[] palette = {};

  private PngChunks(byte[] encoded, String name) {
    this.bytes = ByteBuffer.wrap(encoded);
    this.name = name;
  }

  /**
   * Walks over a file.
   *
   * @param header that the file begins with
   * @throws FormatException if the file is not whole
   */
  static PngChunks of(byte[] encoded, PngHeader header, String name) {
    PngChunks chunks = new PngChunks(encoded, name);
    chunks.walk();
    if (header.colourType() == PngHeader.PALETTE && chunks.palette.length == 0) {
      throw chunks.corrupt("a palette image without a palette");
    }
    return chunks;
  }

  /** The content of the file's IDAT chunks. */
  BitInput pixels() {
    byte[] padded = Arrays.copyOf(pixels, pixelBytes + BitInput.PADDING);
    return new BitInput(padded, pixelBytes, name);
  }

  /** Red, green and blue of each index; empty if the file has no palette. */
  byte[] palette() {
    return palette;
  }

  private void walk() {
    int previous = 0;
    int offset = BEFORE; // as long as the signature
    while (previous != IEND) {
      int length = checkedLength(offset);
      int type = bytes.getInt(offset + Integer.BYTES);
      int data = offset + BEFORE;
      switch (type) {
        case IHDR -> require(previous == 0, "a second header");
        case PLTE -> palette(data, length);
        case IDAT -> {
          require(pixelBytes == 0 || previous == IDAT, "pixels in two places");
          append(data, length);
        }
        case IEND -> require(length == 0, "an end that is not empty");
        default ->
            require((type & ANCILLARY) != 0, "an unknown chunk " + typeName(offset) + " of import");
      }
      previous = type;
      offset = data + length + CHECKSUM;
    }
  }

  /** The length of the chunk at an offset, all of which is there and as its checksum says. */
  private int checkedLength(int offset) {
    int left = bytes.capacity() - offset - BEFORE - CHECKSUM;
    require(left >= 0, "it ends before its end chunk");
    int length = bytes.getInt(offset);
    require(length >= 0 && length <= left, "it ends within chunk " + typeName(offset));
    checksum.reset();
    checksum.update(bytes.array(), offset + Integer.BYTES, Integer.BYTES + length);
    require(
        (int) checksum.getValue() == bytes.getInt(offset + BEFORE + length),
        "chunk " + typeName(offset) + " has another CRC-32 checksum than it says");
    return length;
  }

  private void palette(int data, int length) {
    require(palette.length == 0 && pixelBytes == 0, "a palette that comes too late");
    require(
        length > 0 && length <= LARGEST_PALETTE && length % 3 == 0,
        "a palette of " + length + " bytes");
    palette = Arrays.copyOfRange(bytes.array(), data, data + length);
  }

  private void append(int data, int length) {
    int needed = pixelBytes + length + BitInput.PADDING;
    if (needed > pixels.length) {
      // The rest of the file is the most that can come, and most often little more than this.
      pixels = Arrays.copyOf(pixels, bytes.capacity() - data + needed - length);
    }
    System.arraycopy(bytes.array(), data, pixels, pixelBytes, length);
    pixelBytes += length;
  }

  private String typeName(int offset) {
    byte[] type = new byte[Integer.BYTES];
    bytes.get(offset + Integer.BYTES, type);
    for (int i = 0; i < type.length; i++) {
      int capital = type[i] & ~0x20;
      boolean letter = capital >= 'A' && capital <= 'Z';
      type[i] = letter ? type[i] : (byte) '?';
    }
    return new String(type, StandardCharsets.US_ASCII);
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      throw corrupt(problem);
    }
  }

  private FormatException corrupt(String problem) {
    return new FormatException(name + ": corrupt PNG file (" + problem + ")");
  }
}
