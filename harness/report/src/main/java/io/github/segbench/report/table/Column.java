package io.github.segbench.report.table;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param id the header in CSV files, such as {@code mIoU} or {@code latency_p50_ms}
 * @param group a header over neighbouring columns of the same group; empty for none
 * @param title the header for people, such as {@code mIoU}
 * @param unit such as {@code ms}; empty for none
 * @param better which of its numbers is the best one
 * @param interval whether its numbers come with confidence intervals
 */
public record Column(
    String id,
    String group,
    String title,
    String unit,
    Quantity quantity,
    Better better,
    boolean interval) {
  /** The direction in which numbers get better. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  public Column {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(better, "better");
  }

  /** A column of words. */
  public static Column text(String id, String title) {
    return new Column(id, "", title, "", Quantity.TEXT, Better.NEITHER, false);
  }

  /** A column of fractions, of which the highest is the best. */
  public static Column percent(String id, String group, String title, boolean interval) {
    return new Column(id, group, title, "%", Quantity.PERCENT, Better.HIGHER, interval);
  }

  /** A column of times, of which the lowest is the best. */
  public static Column millis(String id, String group, String title) {
    return new Column(id, group, title, "ms", Quantity.MILLIS, Better.LOWER, false);
  }

  /** A column of numbers of which none is the best. */
  public static Column plain(
      String id, String group, String title, String unit, Quantity quantity) {
    return new Column(id, group, title, unit, quantity, Better.NEITHER, false);
  }

  public boolean isText() {
    return quantity == Quantity.TEXT;
  }

  /** Title and unit in one, such as {@code p50 (ms)}. */
  public String heading() {
    return unit.isEmpty() ? title : title + " (" + unit + ")";
  }
}
