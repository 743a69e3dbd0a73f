package io.github.segbench.datasets.matlab;

import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The check that the elements of a MATLAB 5 file are whole, by their sizes and, for compressed
 * ones, their checksums. The library that decodes them believes any size, and asks for the memory.
 *
 * <p>Source: MathWorks, MAT-File Format, chapter 1.
 */
final class ElementCheck {
  private static final int HEADER = 128;
  private static final int BYTE_ORDER_AT = 126;
  private static final int TAG = 8;
  private static final int COMPRESSED = 15;
  private static final int MATRIX = 14;

  /** How every matrix begins: with flags of that type and size. */
  private static final int UINT32 = 6;

  private static final int FLAGS_SIZE = 8;

  private final byte[] bytes;
  private final String name;

  private ElementCheck(byte[] bytes, String name) {
    this.bytes = bytes;
    this.name = name;
  }

  /**
   * @param name names the bytes in error messages
   * @throws FormatException if they are no MATLAB 5 file or one of its elements is damaged
   */
  static void require(byte[] bytes, String name) {
    new ElementCheck(bytes, name).require();
  }

  private void require() {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(order());
    for (int at = HEADER; at < bytes.length; ) {
      if (bytes.length - at < TAG) {
        throw corrupt("it ends within a tag");
      }
      int type = file.getInt(at);
      long size = Integer.toUnsignedLong(file.getInt(at + Integer.BYTES));
      if (type != COMPRESSED && type != MATRIX) {
        throw corrupt("an element of type " + type + ", expected a matrix");
      }
      if (size > bytes.length - at - TAG) {
        throw corrupt("it ends within an element of " + size + " bytes");
      }
      at += TAG;
      if (type == COMPRESSED) {
        requireInflatable(at, (int) size);
      } else if (size < TAG || file.getInt(at) != UINT32 || file.getInt(at + 4) != FLAGS_SIZE) {
        throw corrupt("a matrix that does not begin with its flags");
      }
      at += (int) size;
    }
  }

  private ByteOrder order() {
    String mark =
        bytes.length < HEADER
            ? ""
            : "" + (char) bytes[BYTE_ORDER_AT] + (char) bytes[BYTE_ORDER_AT + 1];
    return switch (mark) {
      case "IM" -> ByteOrder.LITTLE_ENDIAN;
      case "MI" -> ByteOrder.BIG_ENDIAN;
      default -> throw corrupt("there is no header of that version");
    };
  }

  private void requireInflatable(int at, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, at, size);
      byte[] piece = new byte[1 << 15];
      while (!inflater.finished()) {
        if (inflater.inflate(piece) == 0 && !inflater.finished()) {
          throw corrupt("compressed data end too early");
        }
      }
    } catch (DataFormatException e) {
      throw corrupt("compressed data: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private FormatException corrupt(String problem) {
    return MatlabFile.corrupt(name, problem);
  }
}
