package io.github.segbench.formats.npy;

import io.github.segbench.api.segmentation.LabelMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes NumPy files byte by byte, so that what is read does not depend on our own writer. */
public final class NpyFixture {
  private NpyFixture() {}

  /**
   * @param header the text of the dictionary
   */
  static byte[] npy(int version, String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text).put(data);
    byte[] result = new byte[bytes.position()];
    bytes.get(0, result);
    return result;
  }

  /**
   * @param shape as in {@code 2, 3}
   * @param values in the order of the file
   */
  static byte[] npy(String descriptor, boolean fortran, String shape, double... values) {
    String header =
        "{'descr': '"
            + descriptor
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': ("
            + shape
            + "), }\n";
    return npy(1, header, data(descriptor, values));
  }

  private static byte[] data(String descriptor, double[] values) {
    int size = descriptor.charAt(2) - '0';
    ByteBuffer data = ByteBuffer.allocate(size * values.length);
    data.order(descriptor.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (descriptor.charAt(1) == 'f') {
        if (size == 4) {
          data.putFloat((float) value);
        } else {
          data.putDouble(value);
        }
      } else {
        long bits = BigInteger.valueOf((long) value).longValue();
        switch (size) {
          case 1 -> data.put((byte) bits);
          case 2 -> data.putShort((short) bits);
          case 4 -> data.putInt((int) bits);
          default -> data.putLong(bits);
        }
      }
    }
    return data.array();
  }

  /** A {@code .npz} file of the given entries, {@code .npy} included in their names. */
  public static byte[] npz(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The ids of a map, row by row. */
  static int[] ids(LabelMap map) {
    int[] ids = new int[map.width() * map.height()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = map.at(i % map.width(), i / map.width());
    }
    return ids;
  }
}
