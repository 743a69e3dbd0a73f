package io.github.segbench.formats.npy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Label maps as NumPy arrays in {@code .npy} files of versions 1 to 3: shape {@code (height,
 * width)}, {@code (1, height, width)} or {@code (height, width, 1)}, in C or Fortran order, of bool
 * or of integers of 1 to 8 bytes of either byte order, or of floating point numbers that are all
 * whole. The value -1, which many programs write for void, becomes id 65535.
 */
public final class NpyLabels {
  private static final int LARGEST_BYTE = 0xFF;

  /** The data start at a multiple of this many bytes, as NumPy writes them. */
  private static final int ALIGNMENT = 64;

  private static final int PREAMBLE = 10;

  private NpyLabels() {}

  /**
   * @throws FormatException naming the file, if it is missing, damaged or holds no label map; with
   *     the pixel and its value if that is no id
   */
  public static LabelMap read(Path file) {
    return decode(FileTree.bytes(file), file.toString());
  }

  /**
   * @param encoded a whole {@code .npy} file
   * @param name names the bytes in error messages
   * @throws FormatException as {@link #read} does
   */
  public static LabelMap decode(byte[] encoded, String name) {
    NpyHeader header = NpyHeader.of(encoded, name);
    int found = encoded.length - header.dataOffset();
    if (found != header.dataBytes()) {
      throw new FormatException(
          String.format(
              Locale.ROOT,
              "%s: %d bytes of data, expected %d rows x %d columns x %d bytes = %d",
              name,
              found,
              header.height(),
              header.width(),
              header.type().bytes(),
              header.dataBytes()));
    }
    if (header.type().isUnsignedByte() && !header.fortran()) {
      byte[] ids = Arrays.copyOfRange(encoded, header.dataOffset(), encoded.length);
      return LabelMap.ofBytes(header.width(), header.height(), ids);
    }
    ByteBuffer data = ByteBuffer.wrap(encoded, header.dataOffset(), found).slice();
    short[] ids = new NpyElements(header, data, name).ids();
    return new LabelMap(
        header.width(), header.height(), header.fortran() ? rowMajor(header, ids) : ids);
  }

  private static short[] rowMajor(NpyHeader header, short[] columnMajor) {
    short[] ids = new short[columnMajor.length];
    for (int x = 0, from = 0; x < header.width(); x++) {
      for (int y = 0, to = x; y < header.height(); y++, to += header.width()) {
        ids[to] = columnMajor[from++];
      }
    }
    return ids;
  }

  /**
   * The map as a {@code .npy} file of version 1 and shape {@code (height, width)}: unsigned bytes
   * if all ids fit, else unsigned 16-bit numbers.
   */
  public static byte[] encode(LabelMap map) {
    short[] ids = map.labels();
    boolean fits = true;
    for (short id : ids) {
      fits &= (id & LabelSet.MAX_ID) <= LARGEST_BYTE;
    }
    byte[] header = header(fits ? "|u1" : "<u2", map);
    ByteBuffer bytes =
        ByteBuffer.allocate(header.length + ids.length * (fits ? 1 : Short.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(header);
    for (short id : ids) {
      if (fits) {
        bytes.put((byte) id);
      } else {
        bytes.putShort(id);
      }
    }
    return bytes.array();
  }

  private static byte[] header(String descriptor, LabelMap map) {
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }",
            descriptor,
            map.height(),
            map.width());
    int used = PREAMBLE + text.length() + 1;
    int length = (used + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = (text + " ".repeat(length - used) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.ISO_8859_1))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) header.length)
        .put(header)
        .array();
  }
}
