package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Assigns the detections of one category in one image to its annotated objects, for each area range
 * and IoU threshold. Overlaps are computed once; a detection whose largest overlap is below a
 * threshold is not looked at there.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code evaluateImg}.
 */
final class CocoMatcher {
  private static final int NONE = -1;
  private static final double LARGEST_THRESHOLD = 1 - 1e-10;

  private final Overlap overlap;
  private final OverlapMeasure measure;
  private final double[] thresholds = new double[CocoThresholds.IOUS];

  CocoMatcher(Overlap overlap) {
    this.overlap = Objects.requireNonNull(overlap, "overlap");
    this.measure = overlap.measure();
    for (int t = 0; t < thresholds.length; t++) {
      thresholds[t] = Math.min(CocoThresholds.iou(t), LARGEST_THRESHOLD);
    }
  }

  /**
   * @param category index in the label set
   * @param truths in the order of the annotation file, which decides between equal overlaps
   * @param detections in the order of the results; the best {@link CocoThresholds#MOST_DETECTIONS}
   *     count
   */
  CategoryMatches match(int category, List<Instance> truths, List<Instance> detections) {
    Instance[] objects = truths.toArray(Instance[]::new);
    Instance[] best = best(detections);
    double[] scores = new double[best.length];
    for (int d = 0; d < best.length; d++) {
      scores[d] = best[d].score();
    }
    CategoryMatches matches = new CategoryMatches(category, scores);
    double[][] overlaps =
        objects.length == 0 || best.length == 0
            ? new double[best.length][0]
            : measure.between(Arrays.asList(best), truths);
    double[] largest = largest(overlaps);
    for (AreaRange area : AreaRange.ALL_RANGES) {
      match(area, objects, best, overlaps, largest, matches);
    }
    return matches;
  }

  /** The best detections, by descending score. */
  private static Instance[] best(List<Instance> detections) {
    double[] scores = new double[detections.size()];
    for (int d = 0; d < scores.length; d++) {
      scores[d] = detections.get(d).score();
    }
    int[] order = ScoreOrder.descending(scores);
    Instance[] best = new Instance[Math.min(order.length, CocoThresholds.MOST_DETECTIONS)];
    for (int d = 0; d < best.length; d++) {
      best[d] = detections.get(order[d]);
    }
    return best;
  }

  private static double[] largest(double[][] overlaps) {
    double[] largest = new double[overlaps.length];
    for (int d = 0; d < largest.length; d++) {
      for (double value : overlaps[d]) {
        largest[d] = Math.max(largest[d], value);
      }
    }
    return largest;
  }

  private void match(
      AreaRange area,
      Instance[] truths,
      Instance[] detections,
      double[][] overlaps,
      double[] largest,
      CategoryMatches matches) {
    ObjectsInRange objects = new ObjectsInRange(area, truths);
    matches.setPositives(area, objects.positives);
    for (int d = 0; d < detections.length; d++) {
      boolean outside = !area.contains(overlap.areaOf(detections[d]));
      int word = outside ? CategoryMatches.IGNORED_EVERYWHERE : 0;
      for (int t = 0; t < thresholds.length && largest[d] >= thresholds[t]; t++) {
        int match = objects.bestFor(overlaps[d], t, thresholds[t]);
        if (match != NONE) {
          objects.take(match, t);
          word = CategoryMatches.matchedAt(word, t, objects.ignored[match]);
        }
      }
      matches.setWord(area, d, word);
    }
  }

  /** The annotated objects as an area range sees them, and which of them are taken. */
  private static final class ObjectsInRange {
    private final Instance[] truths;
    private final boolean[] ignored;
    private final int positives;

    /** {@code [truths]}: bit {@code t} says that an object is taken at threshold {@code t}. */
    private final int[] taken;

    ObjectsInRange(AreaRange area, Instance[] truths) {
      this.truths = truths;
      ignored = new boolean[truths.length];
      taken = new int[truths.length];
      int count = 0;
      for (int i = 0; i < truths.length; i++) {
        ignored[i] = truths[i].crowd() || !area.contains(truths[i].area());
        count += ignored[i] ? 0 : 1;
      }
      positives = count;
    }

    /**
     * The free object with the largest overlap, the last of equal ones; ignored ones come into
     * question only when no other is found.
     *
     * @return its position, or {@link #NONE}
     */
    int bestFor(double[] overlaps, int threshold, double least) {
      int match = positives == 0 ? NONE : best(overlaps, threshold, least, false);
      return match == NONE && positives < truths.length
          ? best(overlaps, threshold, least, true)
          : match;
    }

    private int best(double[] overlaps, int threshold, double least, boolean amongIgnored) {
      double best = least;
      int match = NONE;
      for (int i = 0; i < overlaps.length; i++) {
        if (overlaps[i] >= best && ignored[i] == amongIgnored && isFree(i, threshold)) {
          best = overlaps[i];
          match = i;
        }
      }
      return match;
    }

    /** Crowds are always free. */
    private boolean isFree(int object, int threshold) {
      return (taken[object] >>> threshold & 1) == 0 || truths[object].crowd();
    }

    void take(int object, int threshold) {
      taken[object] |= 1 << threshold;
    }
  }
}
