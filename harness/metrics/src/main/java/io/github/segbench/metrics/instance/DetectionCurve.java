package io.github.segbench.metrics.instance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The detections of one category in a slice, sorted once, from which precision and recall follow
 * for any multiset of the images.
 *
 * <p>An image that counts several times is scored as that many images with the same content that
 * follow one another. Detections of one image with equal scores (a tie) then repeat as a block.
 */
final class DetectionCurve {
  /** {@code [detections]}: position of the image. */
  private final int[] image;

  /** {@code [detections]}: the bits of {@link CategoryMatches}. */
  private final int[] word;

  /** {@code [detections]}: first and end of the tie that a detection belongs to. */
  private final int[] tieStart;

  private final int[] tieEnd;

  /** {@code [10][events]}: the detections that are true positives or ignored, ascending. */
  private final int[][] events;

  /** {@code [images]}. */
  private final int[] positives;

  /**
   * @param images the matches of the category in each image, null where it has none
   */
  DetectionCurve(List<@Nullable CategoryMatches> images, Slice slice) {
    positives = new int[images.size()];
    Detections found = new Detections();
    for (int i = 0; i < positives.length; i++) {
      CategoryMatches matches = images.get(i);
      if (matches != null) {
        positives[i] = matches.positives(slice.area());
        found.add(i, matches, slice);
      }
    }
    int[] order = ScoreOrder.descending(found.scores());
    image = Arrays.stream(order).map(d -> found.image[d]).toArray();
    word = Arrays.stream(order).map(d -> found.word[d]).toArray();
    tieStart = new int[order.length];
    tieEnd = new int[order.length];
    for (int d = 0; d < order.length; d++) {
      boolean tied =
          d > 0 && image[d] == image[d - 1] && found.score[order[d]] == found.score[order[d - 1]];
      tieStart[d] = tied ? tieStart[d - 1] : d;
    }
    for (int d = order.length - 1; d >= 0; d--) {
      boolean last = d + 1 == order.length || tieStart[d + 1] != tieStart[d];
      tieEnd[d] = last ? d + 1 : tieEnd[d + 1];
    }
    events = new int[CocoThresholds.IOUS][];
    Arrays.setAll(
        events, t -> IntStream.range(0, word.length).filter(d -> isEvent(d, t)).toArray());
  }

  private boolean isEvent(int detection, int threshold) {
    return CategoryMatches.isMatched(word[detection], threshold)
        || CategoryMatches.isIgnored(word[detection], threshold);
  }

  /**
   * @param multiplicities how often each image counts
   * @return null if there is no annotated object to find
   */
  @Nullable PrecisionRecall compute(int[] multiplicities) {
    int objects = 0;
    for (int i = 0; i < positives.length; i++) {
      objects += positives[i] * multiplicities[i];
    }
    if (objects == 0) {
      return null;
    }
    int[] seen = new int[image.length];
    int sum = 0;
    for (int d = 0; d < seen.length; d++) {
      sum += multiplicities[image[d]];
      seen[d] = sum;
    }
    int[] needed = neededTruePositives(objects);
    double[][] precision = new double[CocoThresholds.IOUS][];
    double[] recall = new double[CocoThresholds.IOUS];
    PrecisionSweep sweep = new PrecisionSweep();
    for (int t = 0; t < precision.length; t++) {
      sweep.clear();
      sweep(t, multiplicities, seen, sweep);
      precision[t] = sweep.envelope(needed);
      recall[t] = sweep.total() / (double) objects;
    }
    return new PrecisionRecall(precision, recall);
  }

  private void sweep(int threshold, int[] multiplicities, int[] seen, PrecisionSweep sweep) {
    int[] found = events[threshold];
    int ignored = 0;
    int e = 0;
    while (e < found.length) {
      int d = found[e];
      int times = multiplicities[image[d]];
      if (times > 1 && tieEnd[d] - tieStart[d] > 1) {
        ignored += sweepTie(threshold, d, times, seen, ignored, sweep);
        while (e < found.length && found[e] < tieEnd[d]) {
          e++;
        }
      } else {
        if (CategoryMatches.isIgnored(word[d], threshold)) {
          ignored += times;
        } else if (times > 0) {
          sweep.add(times, seen[d] - ignored);
        }
        e++;
      }
    }
  }

  /** Repeats a tie as a block; returns the ignored detections in it. */
  private int sweepTie(
      int threshold, int detection, int times, int[] seen, int ignored, PrecisionSweep sweep) {
    int start = tieStart[detection];
    int taken = (start == 0 ? 0 : seen[start - 1]) - ignored;
    int ignoredHere = 0;
    for (int copy = 0; copy < times; copy++) {
      for (int d = start; d < tieEnd[detection]; d++) {
        if (CategoryMatches.isIgnored(word[d], threshold)) {
          ignoredHere++;
        } else {
          taken++;
          if (CategoryMatches.isMatched(word[d], threshold)) {
            sweep.add(1, taken);
          }
        }
      }
    }
    return ignoredHere;
  }

  /** The fewest true positives with which a recall of each point is reached, {@code [101]}. */
  private static int[] neededTruePositives(int objects) {
    int[] needed = new int[CocoThresholds.RECALLS];
    int count = 0;
    for (int point = 0; point < needed.length; point++) {
      while (count / (double) objects < CocoThresholds.recall(point)) {
        count++;
      }
      needed[point] = count;
    }
    return needed;
  }

  /** Detections before they are sorted. */
  private static final class Detections {
    private int[] image = new int[16];
    private int[] word = new int[16];
    private double[] score = new double[16];
    private int size;

    void add(int imagePosition, CategoryMatches matches, Slice slice) {
      int count = Math.min(matches.size(), slice.mostDetections());
      if (size + count > image.length) {
        int capacity = Math.max(2 * image.length, size + count);
        image = Arrays.copyOf(image, capacity);
        word = Arrays.copyOf(word, capacity);
        score = Arrays.copyOf(score, capacity);
      }
      for (int d = 0; d < count; d++, size++) {
        image[size] = imagePosition;
        word[size] = matches.word(slice.area(), d);
        score[size] = matches.score(d);
      }
    }

    double[] scores() {
      return Arrays.copyOf(score, size);
    }
  }
}
