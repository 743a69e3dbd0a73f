package io.github.segbench.formats.npy;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Locale;

/** Turns the data of an array into ids, in the order in which they lie. */
final class NpyElements {
  /** What -1 becomes: the largest id, which no label set has for a category by custom. */
  private static final long MINUS_ONE = LabelSet.MAX_ID;

  private final NpyHeader header;
  private final String name;
  private final ByteBuffer data;
  private final short[] ids;

  /**
   * @param data exactly the elements
   */
  NpyElements(NpyHeader header, ByteBuffer data, String name) {
    this.header = header;
    this.name = name;
    this.data = data.order(header.type().order());
    this.ids = new short[header.pixels()];
  }

  /**
   * @return one id an element
   * @throws FormatException naming the first pixel that is no id
   */
  short[] ids() {
    switch (header.type().kind()) {
      case BOOL -> bytes(0xFF, 1);
      case FLOAT -> floats();
      case UNSIGNED -> integers(true);
      case SIGNED -> integers(false);
    }
    return ids;
  }

  private void integers(boolean unsigned) {
    switch (header.type().bytes()) {
      case 1 -> bytes(unsigned ? 0xFF : -1, 0xFF);
      case 2 -> shorts(unsigned);
      case 4 -> ints(unsigned);
      default -> longs(unsigned);
    }
  }

  private void bytes(int bits, int largest) {
    for (int i = 0; i < ids.length; i++) {
      int value = data.get(i) & bits;
      ids[i] = value >= 0 && value <= largest ? (short) value : id(value, largest, i);
    }
  }

  private void shorts(boolean unsigned) {
    ShortBuffer values = data.asShortBuffer();
    if (unsigned) {
      values.get(ids);
      return;
    }
    for (int i = 0; i < ids.length; i++) {
      short value = values.get(i);
      ids[i] = value >= 0 ? value : id(value, LabelSet.MAX_ID, i);
    }
  }

  private void ints(boolean unsigned) {
    IntBuffer values = data.asIntBuffer();
    for (int i = 0; i < ids.length; i++) {
      int value = values.get(i);
      ids[i] =
          (value & ~LabelSet.MAX_ID) == 0
              ? (short) value
              : id(unsigned ? value & 0xFFFFFFFFL : value, LabelSet.MAX_ID, i);
    }
  }

  private void longs(boolean unsigned) {
    LongBuffer values = data.asLongBuffer();
    for (int i = 0; i < ids.length; i++) {
      long value = values.get(i);
      if ((value & ~LabelSet.MAX_ID) == 0) {
        ids[i] = (short) value;
      } else if (unsigned) {
        throw noId(Long.toUnsignedString(value), i);
      } else {
        ids[i] = id(value, LabelSet.MAX_ID, i);
      }
    }
  }

  private void floats() {
    if (header.type().bytes() == Float.BYTES) {
      FloatBuffer values = data.asFloatBuffer();
      for (int i = 0; i < ids.length; i++) {
        ids[i] = id(values.get(i), i);
      }
    } else {
      DoubleBuffer values = data.asDoubleBuffer();
      for (int i = 0; i < ids.length; i++) {
        ids[i] = id(values.get(i), i);
      }
    }
  }

  private short id(double value, int i) {
    int whole = (int) value;
    if (whole != value) {
      throw noId(Double.toString(value), i);
    }
    return id(whole, LabelSet.MAX_ID, i);
  }

  private short id(long value, int largest, int i) {
    if (value == -1) {
      return (short) MINUS_ONE;
    }
    if (value < 0 || value > largest) {
      throw noId(Long.toString(value), i);
    }
    return (short) value;
  }

  private FormatException noId(String value, int i) {
    int x = header.fortran() ? i / header.height() : i % header.width();
    int y = header.fortran() ? i % header.height() : i / header.width();
    String expected =
        header.type().kind() == ElementType.Kind.BOOL
            ? "0 or 1 in an array of bool"
            : "a whole number 0..65535, or -1 for void";
    return new FormatException(
        String.format(
            Locale.ROOT, "%s: value %s at x=%d y=%d, expected %s", name, value, x, y, expected));
  }
}
