package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;
import java.util.SortedMap;

/** Numbers and the ids that they stand for. */
final class ValueTable implements ValueCoding {
  private final SortedMap<Integer, Integer> idOfValue;
  private final int other;
  private final int[] ids = new int[LabelSet.MAX_ID + 1];

  /**
   * @param idOfValue of values of 0 to 65535
   * @param other the id of all others; {@link LabelTable#NONE} if they are errors
   */
  ValueTable(SortedMap<Integer, Integer> idOfValue, int other) {
    this.idOfValue = idOfValue;
    this.other = other;
    Arrays.fill(ids, other);
    idOfValue.forEach((value, id) -> ids[value] = id);
  }

  @Override
  public LabelMap apply(LabelMap values, String where) {
    int width = values.width();
    int pixels = width * values.height();
    short[] result = new short[pixels];
    int start = 0;
    while (start < pixels) {
      int end = values.runEnd(start, pixels);
      int id = ids[values.at(start)];
      if (id == LabelTable.NONE) {
        throw new FormatException(
            where
                + ": label "
                + values.at(start)
                + " at x="
                + start % width
                + " y="
                + start / width
                + " is not in the table, expected one of "
                + idOfValue.keySet());
      }
      Arrays.fill(result, start, end, (short) id);
      start = end;
    }
    return new LabelMap(width, values.height(), result);
  }

  @Override
  public String description() {
    return "values " + idOfValue + " other " + other;
  }
}
