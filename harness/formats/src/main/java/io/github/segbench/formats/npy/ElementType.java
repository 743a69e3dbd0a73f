package io.github.segbench.formats.npy;

import io.github.segbench.formats.Excerpt;
import io.github.segbench.formats.FormatException;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the elements of a NumPy array: what {@code descr} says in a header.
 *
 * @param bytes an element has: 1, 2, 4 or 8
 */
record ElementType(Kind kind, int bytes, ByteOrder order) {
  private static final Pattern DESCRIPTOR = Pattern.compile("([<>|=])([biuf])([1248])");

  enum Kind {
    BOOL,
    SIGNED,
    UNSIGNED,
    FLOAT
  }

  /**
   * @param descriptor such as {@code <i8}
   * @throws FormatException if labels cannot have this type
   */
  static ElementType of(String descriptor, String name) {
    Matcher matcher = DESCRIPTOR.matcher(descriptor);
    if (!matcher.matches()) {
      throw unknown(descriptor, name);
    }
    int bytes = Integer.parseInt(matcher.group(3));
    Kind kind =
        switch (matcher.group(2)) {
          case "b" -> Kind.BOOL;
          case "i" -> Kind.SIGNED;
          case "u" -> Kind.UNSIGNED;
          default -> Kind.FLOAT;
        };
    boolean exists =
        switch (kind) {
          case BOOL -> bytes == 1;
          case SIGNED, UNSIGNED -> true;
          case FLOAT -> bytes >= 4;
        };
    boolean ordered = !matcher.group(1).equals("|") || bytes == 1;
    if (!exists || !ordered) {
      throw unknown(descriptor, name);
    }
    boolean big = matcher.group(1).equals(">");
    return new ElementType(kind, bytes, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  boolean isUnsignedByte() {
    return kind == Kind.UNSIGNED && bytes == 1;
  }

  private static FormatException unknown(String descriptor, String name) {
    String what =
        descriptor.startsWith("|O") ? "Python objects" : "type '" + Excerpt.of(descriptor) + "'";
    return new FormatException(
        name
            + ": array of "
            + what
            + ", expected labels as bool, u1 to u8, i1 to i8, or whole numbers as f4 or f8");
  }
}
