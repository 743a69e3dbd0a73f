package io.github.segbench.formats.coco;

/**
 * Decimal numbers of few digits as the nearest double, without a {@code String} in between.
 *
 * <p>A whole number below 2^53 and a power of ten up to 10^22 are exact as doubles, so their one
 * division is rounded once, as the number itself would be. Source: Clinger 1990, How to Read
 * Floating Point Numbers Accurately, section 3.
 */
final class DecimalText {
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private DecimalText() {}

  /**
   * @param text a number as JSON has it
   * @return NaN if it has an exponent or too many digits, which says nothing about its value
   */
  static double parse(char[] text, int offset, int length) {
    int end = offset + length;
    int position = offset;
    boolean negative = length > 0 && text[offset] == '-';
    if (negative) {
      position++;
    }
    if (end - position > MOST_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int point = end;
    for (; position < end; position++) {
      int digit = text[position] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (text[position] == '.' && point == end) {
        point = position + 1;
      } else {
        return Double.NaN;
      }
    }
    // Nineteen digits without a point may have run over, which makes them negative.
    if (digits < 0 || digits > LARGEST_EXACT) {
      return Double.NaN;
    }
    double value = digits / POWERS[end - point];
    return negative ? -value : value;
  }
}
