package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which detections of one category in one image are right, wrong or forgiven.
 *
 * <p>An object of at least 100 pixels is found when a detection overlaps it by more than the
 * threshold; of several such detections the one with the highest score is right, the others are
 * wrong. A detection that overlaps no region of its category (objects, small ones and groups) by
 * more than the threshold is wrong, unless the share of its pixels on void, groups and small
 * objects exceeds the threshold.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalInstanceLevelSemanticLabeling.py, {@code
 * assignGt2Preds} and {@code evaluateMatches}.
 */
final class CityscapesMatcher {
  private static final long LEAST_PIXELS = 100;

  /**
   * @param category index in the label set
   * @param regions objects and groups (crowds) of the category
   * @param found its detections
   * @param unlabelled the void pixels of the image
   */
  CityscapesMatches match(
      int category, List<Instance> regions, List<Instance> found, Mask unlabelled) {
    List<Instance> detections = found.stream().filter(d -> d.mask().area() > 0).toList();
    Events events = new Events(detections.size());
    int[] matched = new int[detections.size()];
    long[] forgiven = new long[detections.size()];
    int objects = 0;
    for (int d = 0; d < forgiven.length; d++) {
      forgiven[d] = detections.get(d).mask().intersectionArea(unlabelled);
    }
    for (Instance region : regions) {
      boolean small = region.mask().area() < LEAST_PIXELS;
      int[] above = new int[detections.size()];
      for (int d = 0; d < above.length; d++) {
        Mask mask = detections.get(d).mask();
        long common = mask.intersectionArea(region.mask());
        above[d] = thresholdsBelow((double) common / (region.mask().area() + mask.area() - common));
        matched[d] |= above[d];
        // A group that is small counts twice, as in the reference.
        forgiven[d] += (region.crowd() ? common : 0) + (small ? common : 0);
      }
      if (!region.crowd() && !small) {
        objects++;
        addMatches(detections, above, events);
      }
    }
    for (int d = 0; d < matched.length; d++) {
      double share = (double) forgiven[d] / detections.get(d).mask().area();
      events.add(
          detections.get(d).score(),
          0,
          CityscapesCurve.EVERYWHERE & ~matched[d] & ~thresholdsBelow(share));
    }
    return events.toMatches(category, objects);
  }

  /** The thresholds that a ratio exceeds, as bits. */
  private static int thresholdsBelow(double ratio) {
    int bits = 0;
    for (int t = 0; t < CityscapesCurve.THRESHOLDS && ratio > CityscapesCurve.threshold(t); t++) {
      bits |= 1 << t;
    }
    return bits;
  }

  /** Of the detections that overlap one object, the best is right at each threshold. */
  private static void addMatches(List<Instance> detections, int[] above, Events events) {
    int[] best = new int[CityscapesCurve.THRESHOLDS];
    Arrays.fill(best, -1);
    for (int d = 0; d < above.length; d++) {
      for (int t = 0; above[d] >>> t != 0; t++) {
        if (best[t] < 0 || detections.get(d).score() > detections.get(best[t]).score()) {
          best[t] = d;
        }
      }
    }
    for (int d = 0; d < above.length; d++) {
      int right = 0;
      for (int t = 0; above[d] >>> t != 0; t++) {
        right |= best[t] == d ? 1 << t : 0;
      }
      events.add(detections.get(d).score(), right, above[d] & ~right);
    }
  }

  /** Events as they are found. */
  private static final class Events {
    private double[] scores;
    private int[] truePositives;
    private int[] falsePositives;
    private int size;

    Events(int expected) {
      scores = new double[expected];
      truePositives = new int[expected];
      falsePositives = new int[expected];
    }

    void add(double score, int right, int wrong) {
      if ((right | wrong) == 0) {
        return;
      }
      if (size == scores.length) {
        scores = Arrays.copyOf(scores, 2 * size);
        truePositives = Arrays.copyOf(truePositives, 2 * size);
        falsePositives = Arrays.copyOf(falsePositives, 2 * size);
      }
      scores[size] = score;
      truePositives[size] = right;
      falsePositives[size++] = wrong;
    }

    CityscapesMatches toMatches(int category, int objects) {
      return new CityscapesMatches(
          category,
          objects,
          Arrays.copyOf(scores, size),
          Arrays.copyOf(truePositives, size),
          Arrays.copyOf(falsePositives, size));
    }
  }
}
