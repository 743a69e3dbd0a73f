package io.github.segbench.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What a column's numbers measure, and so how people want to read them. */
public enum Quantity {
  /** Words; has no numbers. */
  TEXT,
  /** A fraction 0..1, shown as a percentage with one decimal. */
  PERCENT,
  /** A difference of two fractions, shown in percentage points with its sign and two decimals. */
  POINTS,
  /** How many times as much, with two decimals. */
  FACTOR,
  /** A fraction near 1, shown as a percentage with three decimals. */
  FINE_PERCENT,
  /** A small difference of any unit, such as {@code 3.1e-06}. */
  DIFFERENCE,
  /** Milliseconds with three significant digits. */
  MILLIS,
  /** Images a second with three significant digits. */
  RATE,
  /** A number of any unit with three significant digits. */
  NUMBER,
  /** A number that is shown in units of 10^9 with three significant digits. */
  GIGA,
  /** A plain count. */
  COUNT,
  /** A count that is shown in millions. */
  MILLIONS,
  /** Bytes that are shown in megabytes (10^6). */
  MEGABYTES;

  private static final double MILLION = 1e6;
  private static final double BILLION = 1e9;
  private static final int DIGITS = 3;

  public String format(double value) {
    return switch (this) {
      case TEXT -> throw new IllegalArgumentException("text is not a number: " + value);
      case PERCENT -> String.format(Locale.ROOT, "%.1f", value * 100);
      case POINTS -> points(value * 100);
      case FACTOR -> String.format(Locale.ROOT, "%.2f×", value);
      case FINE_PERCENT -> String.format(Locale.ROOT, "%.3f", value * 100);
      case DIFFERENCE -> value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
      case MILLIS, RATE, NUMBER -> significant(value);
      case GIGA -> significant(value / BILLION);
      case COUNT -> String.format(Locale.ROOT, "%.0f", value);
      case MILLIONS -> String.format(Locale.ROOT, "%.2f", value / MILLION);
      case MEGABYTES -> String.format(Locale.ROOT, "%.1f", value / MILLION);
    };
  }

  /** Nothing has no sign. */
  private static String points(double value) {
    String text = String.format(Locale.ROOT, "%+.2f", value);
    return text.substring(1).equals("0.00") ? "0.00" : text;
  }

  /** Three significant digits, but never fewer than the integer part has. */
  private static String significant(double value) {
    if (value == 0 || Math.abs(value) >= 99.95) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    int beforePoint = (int) Math.floor(Math.log10(rounded.abs().doubleValue())) + 1;
    return rounded.setScale(DIGITS - beforePoint, RoundingMode.UNNECESSARY).toPlainString();
  }
}
