package io.github.segbench.engine.run;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.assignment.BestAssignment;
import java.util.Arrays;
import java.util.List;

/** Gives the numbered segments of one image the categories that they agree with best. */
final class SegmentAssignment {
  private final SegmentMatching matching;
  private final short[] ids;
  private final int[] positionById = new int[LabelSet.MAX_ID + 1];
  private final short voidId;

  /**
   * @param labels of the data set
   */
  SegmentAssignment(SegmentMatching matching, LabelSet labels) {
    this.matching = matching;
    this.voidId = (short) labels.voidId();
    List<Category> categories = labels.categories();
    this.ids = new short[categories.size()];
    Arrays.fill(positionById, -1);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) categories.get(i).id();
      positionById[categories.get(i).id()] = i;
    }
  }

  /**
   * The prediction in the data set's categories. Pixels whose ground truth is void count for no
   * category.
   *
   * @throws IllegalArgumentException if the two have not the same size
   */
  Segmentations apply(Segmentations segments, Segmentations truth) {
    LabelMap numbers = segments.semantic().orElseThrow().labels();
    long[][] pixels = count(numbers, truth.semantic().orElseThrow().labels());
    int[] positions =
        switch (matching) {
          case ONE_TO_ONE -> BestAssignment.of(pixels);
          case MAJORITY -> Arrays.stream(pixels).mapToInt(SegmentAssignment::most).toArray();
        };
    short[] named = new short[numbers.width() * numbers.height()];
    for (int i = 0; i < named.length; i++) {
      int position = positions[numbers.at(i)];
      named[i] = position < 0 ? voidId : ids[position];
    }
    LabelMap labels = new LabelMap(numbers.width(), numbers.height(), named);
    return Segmentations.of(new SemanticSegmentation(labels));
  }

  /** The pixels that a segment and a category have in common, {@code [segments][categories]}. */
  private long[][] count(LabelMap numbers, LabelMap truth) {
    if (numbers.width() != truth.width() || numbers.height() != truth.height()) {
      throw new IllegalArgumentException(
          "segments of "
              + numbers.width()
              + "x"
              + numbers.height()
              + " for a ground truth of "
              + truth.width()
              + "x"
              + truth.height());
    }
    int size = numbers.width() * numbers.height();
    int highest = 0;
    for (int i = 0; i < size; i++) {
      highest = Math.max(highest, numbers.at(i));
    }
    long[][] pixels = new long[highest + 1][ids.length];
    for (int i = 0; i < size; i++) {
      int position = positionById[truth.at(i)];
      if (position >= 0) {
        pixels[numbers.at(i)][position]++;
      }
    }
    return pixels;
  }

  /** The first of the largest, or -1 if all are 0. */
  private static int most(long[] counts) {
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > (best < 0 ? 0 : counts[best])) {
        best = i;
      }
    }
    return best;
  }
}
