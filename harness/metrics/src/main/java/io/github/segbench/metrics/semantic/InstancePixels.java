package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pixels of each true instance of an image: all, those predicted as its class and those predicted
 * as its group. Instances are the segments of things that are no crowd.
 */
final class InstancePixels {
  private final int[] ids;
  private final int[] classes;
  private final int[] all;
  private final int[] right;
  private final int[] rightAsGroup;

  private InstancePixels(List<Segment> instances, LabelSet labels) {
    ids = instances.stream().mapToInt(Segment::id).toArray();
    classes = instances.stream().mapToInt(s -> labels.indexOf(s.category())).toArray();
    all = new int[ids.length];
    right = new int[ids.length];
    rightAsGroup = new int[ids.length];
  }

  /**
   * Counts the pixels of an image's instances.
   *
   * @param labels of the indices
   * @param scored the classes whose instances count
   * @param prediction unsigned ids, {@code [pixels]}
   * @param indexById index of a class, or the number of classes, {@code [65536]}
   */
  static InstancePixels count(
      PanopticSegmentation truth,
      LabelSet labels,
      LabelSet scored,
      Groups groups,
      short[] prediction,
      int[] indexById) {
    List<Segment> instances =
        truth.segments().stream()
            .filter(s -> !s.crowd() && isThing(scored, s.category()))
            .sorted(Comparator.comparingInt(Segment::id))
            .toList();
    InstancePixels pixels = new InstancePixels(instances, labels);
    pixels.count(truth.segmentIds(), groups, prediction, indexById);
    return pixels;
  }

  private static boolean isThing(LabelSet labels, int category) {
    int index = labels.indexOf(category);
    return index >= 0 && labels.categories().get(index).isThing();
  }

  private void count(int[] segments, Groups groups, short[] prediction, int[] indexById) {
    int i = 0;
    while (i < segments.length) {
      int end = runEnd(segments, i);
      int instance = Arrays.binarySearch(ids, segments[i]);
      if (instance >= 0) {
        countInstance(instance, i, end, groups, prediction, indexById);
      }
      i = end;
    }
  }

  private void countInstance(
      int instance, int from, int to, Groups groups, short[] prediction, int[] indexById) {
    all[instance] += to - from;
    int trueClass = classes[instance];
    int group = groups.groupOf(trueClass);
    int i = from;
    while (i < to) {
      int end = LabelRuns.end(prediction, i, to);
      int predicted = indexById[prediction[i] & 0xFFFF];
      if (predicted == trueClass) {
        right[instance] += end - i;
      }
      if (group != Groups.NONE && groups.groupOf(predicted) == group) {
        rightAsGroup[instance] += end - i;
      }
      i = end;
    }
  }

  private static int runEnd(int[] segments, int from) {
    int length = segments.length;
    int differs = Arrays.mismatch(segments, from, length - 1, segments, from + 1, length);
    return differs < 0 ? length : from + differs + 1;
  }

  /** Adds the shares that were found. An instance without a pixel is none. */
  void addTo(InstanceSums sums) {
    for (int i = 0; i < ids.length; i++) {
      if (all[i] > 0) {
        double size = all[i];
        sums.add(classes[i], 1, right[i] / size, rightAsGroup[i] / size, 1, all[i]);
      }
    }
  }
}
