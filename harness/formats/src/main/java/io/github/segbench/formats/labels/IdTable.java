package io.github.segbench.formats.labels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Numbers of label maps and the ids of a label set that they stand for. */
public final class IdTable {
  /** The id of numbers that stand for none. */
  public static final int NONE = -1;

  private final SortedMap<Integer, Integer> idOfNumber;
  private final int other;

  /** {@code [65536]} ids by number. */
  private final int[] ids = new int[LabelSet.MAX_ID + 1];

  /**
   * @param idOfNumber of numbers of 0 to 65535
   * @param other the id of all others; {@link #NONE} if they are errors
   */
  public IdTable(Map<Integer, Integer> idOfNumber, int other) {
    this.idOfNumber = Collections.unmodifiableSortedMap(new TreeMap<>(idOfNumber));
    this.other = other;
    Arrays.fill(ids, other);
    idOfNumber.forEach((number, id) -> ids[number] = id);
  }

  /**
   * The map of ids that a map of numbers stands for.
   *
   * @param where the numbers come from, the beginning of the message
   * @throws FormatException naming the first pixel, row by row, whose number stands for no id
   */
  public LabelMap apply(LabelMap numbers, String where) {
    int width = numbers.width();
    int pixels = width * numbers.height();
    short[] result = new short[pixels];
    int start = 0;
    while (start < pixels) {
      int end = numbers.runEnd(start, pixels);
      int id = ids[numbers.at(start)];
      if (id == NONE) {
        throw new FormatException(
            where
                + ": label "
                + numbers.at(start)
                + " at x="
                + start % width
                + " y="
                + start / width
                + ", expected one of "
                + numbers());
      }
      Arrays.fill(result, start, end, (short) id);
      start = end;
    }
    return new LabelMap(width, numbers.height(), result);
  }

  /** The numbers that stand for an id, such as {@code 0..33, 255}. */
  private String numbers() {
    StringJoiner ranges = new StringJoiner(", ");
    int first = NONE;
    for (int number : idOfNumber.keySet()) {
      first = first == NONE ? number : first;
      if (!idOfNumber.containsKey(number + 1)) {
        ranges.add(first == number ? "" + number : first + ".." + number);
        first = NONE;
      }
    }
    return ranges.toString();
  }

  /** All numbers with their ids, and the id of the others. */
  @Override
  public String toString() {
    return idOfNumber + " other " + other;
  }
}
