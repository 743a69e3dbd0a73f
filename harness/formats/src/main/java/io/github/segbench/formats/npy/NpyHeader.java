package io.github.segbench.formats.npy;

import io.github.segbench.formats.Excerpt;
import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the data of a {@code .npy} file: magic, version, and a Python dictionary of
 * {@code descr}, {@code fortran_order} and {@code shape}.
 *
 * <p>Source: NumPy Enhancement Proposal 1 and numpy/lib/format.py.
 *
 * @param fortran true if the first index runs fastest
 * @param dataOffset where the data begin, in bytes from the start of the file
 */
record NpyHeader(ElementType type, boolean fortran, int width, int height, int dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Magic and two bytes of version. */
  private static final int FIXED = 8;

  /** What Java arrays can hold, in every virtual machine. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** One entry of the dictionary: a text, a truth value, a tuple of numbers, or a list. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*(['\"])(\\w+)\\1\\s*:\\s*"
              + "(?:(['\"])([^'\"]*)\\3|(True|False)|\\(([0-9L, ]*)\\)|(\\[[^}]*\\]))\\s*");

  /**
   * @param bytes a whole file, or a beginning of it that holds the header
   * @param name names the bytes in error messages
   * @throws FormatException if they are no header of an array of labels
   */
  static NpyHeader of(byte[] bytes, String name) {
    if (bytes.length < FIXED || Arrays.mismatch(bytes, MAGIC) != MAGIC.length) {
      throw new FormatException(name + ": not a NumPy file (no magic at its start)");
    }
    int version = bytes[MAGIC.length] & 0xFF;
    if (version < 1 || version > 3) {
      throw new FormatException(name + ": NumPy format " + version + ", expected 1, 2 or 3");
    }
    int start = version == 1 ? FIXED + Short.BYTES : FIXED + Integer.BYTES;
    if (bytes.length < start) {
      throw cut(name);
    }
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = version == 1 ? little.getShort(FIXED) & 0xFFFFL : little.getInt(FIXED);
    if (length < 0 || length > bytes.length - start) {
      throw cut(name);
    }
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, start, (int) length, charset);
    return parse(text.strip(), start + (int) length, name);
  }

  private static FormatException cut(String name) {
    return new FormatException(name + ": ends within the header of a NumPy file");
  }

  private static NpyHeader parse(String text, int dataOffset, String name) {
    Map<String, String> values = entries(text, name);
    String descriptor = values.get("descr");
    String fortran = values.get("fortran_order");
    String shape = values.get("shape");
    if (descriptor == null || fortran == null || shape == null || values.size() != 3) {
      throw malformed(text, name);
    }
    if (descriptor.startsWith("[")) {
      throw new FormatException(name + ": array of records, expected an array of labels");
    }
    if (!fortran.equals("True") && !fortran.equals("False")) {
      throw malformed(text, name);
    }
    ElementType type = ElementType.of(descriptor, name);
    long[] sides = sides(shape, name);
    requireReadable(sides, type, name);
    return new NpyHeader(type, fortran.equals("True"), (int) sides[1], (int) sides[0], dataOffset);
  }

  private static Map<String, String> entries(String text, String name) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw malformed(text, name);
    }
    Map<String, String> values = new HashMap<>();
    Matcher matcher = ENTRY.matcher(text);
    int position = 1;
    int end = text.length() - 1;
    while (matcher.region(position, end).lookingAt()) {
      String value = "";
      for (int group = 4; group <= matcher.groupCount(); group++) {
        String found = matcher.group(group);
        value = found == null ? value : found;
      }
      if (values.put(matcher.group(2), value) != null) {
        throw malformed(text, name);
      }
      position = matcher.end();
      if (position == end || text.charAt(position) != ',') {
        break;
      }
      position++;
    }
    if (!text.substring(position, end).isBlank()) {
      throw malformed(text, name);
    }
    return values;
  }

  private static FormatException malformed(String text, String name) {
    return new FormatException(
        name
            + ": header is "
            + Excerpt.of(text)
            + ", expected {'descr': ..., 'fortran_order': ..., 'shape': ...}");
  }

  /** Height and width; a first side of 1, else a last one, is left out of three. */
  private static long[] sides(String shape, String name) {
    String[] parts = shape.strip().replaceFirst(" *,$", "").split(",");
    long[] sides = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      // Python 2 wrote long integers as 480L.
      String digits = parts[i].strip().replaceFirst("L$", "");
      if (!digits.matches("[0-9]{1,18}")) {
        throw shapeless(shape, name);
      }
      sides[i] = Long.parseLong(digits);
    }
    if (sides.length == 3 && sides[0] == 1) {
      return new long[] {sides[1], sides[2]};
    }
    if (sides.length == 3 && sides[2] == 1) {
      return new long[] {sides[0], sides[1]};
    }
    if (sides.length != 2) {
      throw shapeless(shape, name);
    }
    return sides;
  }

  private static FormatException shapeless(String shape, String name) {
    return new FormatException(
        name
            + ": array of shape ("
            + Excerpt.of(shape)
            + "), expected one label a pixel: (height, width), (1, height, width) or"
            + " (height, width, 1)");
  }

  private static void requireReadable(long[] sides, ElementType type, String name) {
    if (sides[0] == 0 || sides[1] == 0) {
      throw new FormatException(
          name + ": array of " + sides[0] + " rows and " + sides[1] + " columns has no pixel");
    }
    long largest = LARGEST_ARRAY / type.bytes();
    if (sides[0] > largest || sides[1] > largest / sides[0]) {
      throw new FormatException(
          name
              + ": array of "
              + sides[0]
              + " rows and "
              + sides[1]
              + " columns is too large, expected at most "
              + largest
              + " pixels of this type");
    }
  }

  int pixels() {
    return width * height;
  }

  /** Bytes of data that have to follow. */
  int dataBytes() {
    return pixels() * type.bytes();
  }
}
