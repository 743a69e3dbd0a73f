package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;

/**
 * Label maps as text: a line for each row of pixels, whole numbers with blanks between them. Every
 * negative number becomes 65535.
 */
final class TextMatrix {
  private final byte[] text;
  private final String name;
  private final short[] values;
  private int size;
  private int width;
  private int height;

  private TextMatrix(byte[] text, String name) {
    this.text = text;
    this.name = name;
    this.values = new short[text.length / 2 + 1];
  }

  /**
   * @throws FormatException naming line and number, if it is none, is too large or stands in a line
   *     of another length than the first
   */
  static LabelMap decode(byte[] text, String name) {
    TextMatrix matrix = new TextMatrix(text, name);
    int start = 0;
    for (int line = 1; start < text.length; line++) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      matrix.line(start, end, line);
      start = end + 1;
    }
    if (matrix.height == 0) {
      throw new FormatException(name + ": no numbers in it, expected a line for each row");
    }
    return new LabelMap(matrix.width, matrix.height, Arrays.copyOf(matrix.values, matrix.size));
  }

  private void line(int start, int end, int line) {
    int before = size;
    int at = start;
    while (at < end) {
      if (isBlank(text[at])) {
        at++;
      } else {
        at = number(at, end, line);
      }
    }
    int numbers = size - before;
    if (numbers == 0) {
      return;
    }
    if (height > 0 && numbers != width) {
      throw problem(line, numbers + " numbers, expected " + width + " as in the lines before");
    }
    width = numbers;
    height++;
  }

  /** Takes the number at a position; gives the position after it. */
  private int number(int start, int end, int line) {
    boolean negative = text[start] == '-';
    int at = negative ? start + 1 : start;
    int first = at;
    int value = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9' && value <= LabelSet.MAX_ID) {
      value = 10 * value + text[at++] - '0';
    }
    boolean whole = at > first && (at == end || isBlank(text[at]));
    if (!whole || (!negative && value > LabelSet.MAX_ID)) {
      throw problem(line, "something that is no whole number up to 65535");
    }
    values[size++] = negative ? (short) LabelSet.MAX_ID : (short) value;
    return at;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  private FormatException problem(int line, String what) {
    return new FormatException(name + ": line " + line + " has " + what);
  }
}
