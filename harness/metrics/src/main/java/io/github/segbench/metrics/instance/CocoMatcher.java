package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Assigns the detections of one category in one image to its annotated objects, for each area range
 * and IoU threshold. Overlaps are computed once.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code evaluateImg}.
 */
final class CocoMatcher {
  private static final int NONE = -1;
  private static final double LARGEST_THRESHOLD = 1 - 1e-10;

  private final OverlapMeasure measure;

  CocoMatcher(OverlapMeasure measure) {
    this.measure = Objects.requireNonNull(measure, "measure");
  }

  /**
   * @param category index in the label set
   * @param truths in the order of the annotation file, which decides between equal overlaps
   * @param detections in the order of the results; the best {@link CocoThresholds#MOST_DETECTIONS}
   *     count
   */
  CategoryMatches match(int category, List<Instance> truths, List<Instance> detections) {
    int[] order = ScoreOrder.descending(detections.stream().mapToDouble(Instance::score).toArray());
    List<Instance> best =
        Arrays.stream(order)
            .limit(CocoThresholds.MOST_DETECTIONS)
            .mapToObj(detections::get)
            .toList();
    CategoryMatches matches =
        new CategoryMatches(category, best.stream().mapToDouble(Instance::score).toArray());
    double[][] overlaps = measure.between(best, truths);
    for (AreaRange area : AreaRange.values()) {
      match(area, truths, best, overlaps, matches);
    }
    return matches;
  }

  private static void match(
      AreaRange area,
      List<Instance> truths,
      List<Instance> detections,
      double[][] overlaps,
      CategoryMatches matches) {
    int[] order = ignoredLast(area, truths);
    int positives = (int) truths.stream().filter(truth -> !isIgnored(area, truth)).count();
    matches.setPositives(area, positives);
    for (int threshold = 0; threshold < CocoThresholds.IOUS; threshold++) {
      boolean[] taken = new boolean[order.length];
      for (int d = 0; d < detections.size(); d++) {
        int match = bestMatch(threshold, truths, order, positives, overlaps[d], taken);
        if (match != NONE) {
          taken[match] = true;
          matches.setMatched(area, d, threshold);
        }
        boolean ignored =
            match == NONE ? !area.contains(detections.get(d).area()) : match >= positives;
        if (ignored) {
          matches.setIgnored(area, d, threshold);
        }
      }
    }
  }

  /**
   * The free truth with the largest overlap, the last of equal ones; ignored ones come into
   * question only when no other is found, crowds are always free.
   *
   * @return position in {@code order}, or {@link #NONE}
   */
  private static int bestMatch(
      int threshold,
      List<Instance> truths,
      int[] order,
      int positives,
      double[] overlaps,
      boolean[] taken) {
    double best = Math.min(CocoThresholds.iou(threshold), LARGEST_THRESHOLD);
    int match = NONE;
    for (int i = 0; i < order.length; i++) {
      if (i == positives && match != NONE) {
        break;
      }
      boolean free = !taken[i] || truths.get(order[i]).crowd();
      if (free && overlaps[order[i]] >= best) {
        best = overlaps[order[i]];
        match = i;
      }
    }
    return match;
  }

  private static int[] ignoredLast(AreaRange area, List<Instance> truths) {
    List<Integer> first = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    for (int i = 0; i < truths.size(); i++) {
      (isIgnored(area, truths.get(i)) ? last : first).add(i);
    }
    first.addAll(last);
    return first.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isIgnored(AreaRange area, Instance truth) {
    return truth.crowd() || !area.contains(truth.area());
  }
}
