package io.github.segbench.formats.labels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;

/**
 * The check that a label set knows all ids of a ground truth. An id that is neither a category nor
 * the ignore id means that the label set is the wrong one.
 */
public final class KnownIds {
  private KnownIds() {}

  /**
   * @param where the map comes from, the beginning of the message
   * @throws FormatException naming the first pixel, row by row, whose id the labels lack
   */
  public static void require(LabelMap map, LabelSet labels, String where) {
    int pixels = map.width() * map.height();
    for (int pixel = 0; pixel < pixels; pixel = map.runEnd(pixel, pixels)) {
      int id = map.at(pixel);
      if (labels.indexOf(id) < 0 && !labels.isIgnored(id)) {
        throw new FormatException(
            where
                + ": label "
                + id
                + " at x="
                + pixel % map.width()
                + " y="
                + pixel / map.width()
                + " is not in labels '"
                + labels.id()
                + "'");
      }
    }
  }
}
