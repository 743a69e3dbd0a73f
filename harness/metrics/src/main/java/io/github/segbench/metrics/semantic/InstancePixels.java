package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.List;

/**
 * Pixels of each true instance of an image: all, those predicted as its class and those predicted
 * as its group. Instances are the segments of things that are no crowd. What is predicted elsewhere
 * is not looked at.
 */
final class InstancePixels {
  private static final int NO_INSTANCE = -1;

  private final Groups groups;
  private final int[] indexById;
  private final LabelMap prediction;

  /** Index of each segment's class, or {@link #NO_INSTANCE}. */
  private final int[] classes;

  private final int[] all;
  private final int[] right;
  private final int[] rightAsGroup;

  /**
   * Counts the pixels of an image's instances.
   *
   * @param labels of the indices
   * @param scored the classes whose instances count
   * @param prediction of the same size as the truth
   * @param indexById index of a class, or the number of classes, {@code [65536]}
   */
  InstancePixels(
      PanopticSegmentation truth,
      LabelSet labels,
      LabelSet scored,
      Groups groups,
      LabelMap prediction,
      int[] indexById) {
    this.groups = groups;
    this.indexById = indexById;
    this.prediction = prediction;
    List<Segment> segments = truth.segments();
    classes =
        segments.stream()
            .mapToInt(s -> isInstance(s, scored) ? labels.indexOf(s.category()) : NO_INSTANCE)
            .toArray();
    all = new int[classes.length];
    right = new int[classes.length];
    rightAsGroup = new int[classes.length];
    truth.forEachRun(this::count);
  }

  private static boolean isInstance(Segment segment, LabelSet scored) {
    int index = scored.indexOf(segment.category());
    return !segment.crowd() && index >= 0 && scored.categories().get(index).isThing();
  }

  private void count(int segment, int from, int to) {
    int trueClass = classes[segment];
    if (trueClass == NO_INSTANCE) {
      return;
    }
    all[segment] += to - from;
    int group = groups.groupOf(trueClass);
    int i = from;
    while (i < to) {
      int end = prediction.runEnd(i, to);
      int predicted = indexById[prediction.at(i)];
      if (predicted == trueClass) {
        right[segment] += end - i;
      }
      if (group != Groups.NONE && groups.groupOf(predicted) == group) {
        rightAsGroup[segment] += end - i;
      }
      i = end;
    }
  }

  /** Adds the shares that were found. An instance without a pixel is none. */
  void addTo(InstanceSums sums) {
    for (int i = 0; i < classes.length; i++) {
      if (all[i] > 0) {
        double size = all[i];
        sums.add(classes[i], 1, right[i] / size, rightAsGroup[i] / size, 1, all[i]);
      }
    }
  }
}
