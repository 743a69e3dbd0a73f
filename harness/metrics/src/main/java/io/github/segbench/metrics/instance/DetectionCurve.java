package io.github.segbench.metrics.instance;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detections of one category in a slice, from which precision and recall follow for any
 * multiset of the images.
 *
 * <p>An image that counts several times is scored as that many images with the same content that
 * follow one another. Detections of one image with equal scores (a tie) then repeat as a block.
 */
final class DetectionCurve {
  /** Low bits of {@link Outcomes#last}. */
  private static final int FLAGS = 2;

  private static final int IGNORED = 1;
  private static final int TIED = 2;

  private final DetectionEvents events;

  /** {@code [10]}: what happens at a threshold. */
  private final Outcomes[] outcomes;

  /** The images with objects, and how many of them are in the slice. */
  private final int[] objectImage;

  private final int[] objectCount;

  DetectionCurve(CategoryDetections all, Slice slice) {
    events = new DetectionEvents(all, slice);
    outcomes = new Outcomes[CocoThresholds.IOUS];
    for (int t = 0; t < outcomes.length; t++) {
      outcomes[t] = outcomes(t);
    }
    List<CategoryDetections.OfImage> images = all.byImage();
    objectImage = new int[images.size()];
    objectCount = new int[images.size()];
    for (int i = 0; i < objectImage.length; i++) {
      objectImage[i] = images.get(i).image();
      objectCount[i] = images.get(i).matches().positives(slice.area());
    }
  }

  /**
   * True positives that follow one another make one outcome, as precision rises from each to the
   * next; but not those of a tie, which may repeat.
   */
  private Outcomes outcomes(int threshold) {
    int[] first = new int[events.size()];
    int[] last = new int[events.size()];
    int size = 0;
    for (int e = 0; e < events.size(); e++) {
      int bits = events.word[events.detection[e]];
      boolean ignored = CategoryMatches.isIgnored(bits, threshold);
      if (ignored || CategoryMatches.isMatched(bits, threshold)) {
        int flags = (ignored ? IGNORED : 0) | (events.isTied(e) ? TIED : 0);
        boolean follows =
            flags == 0
                && size > 0
                && last[size - 1] == (e - 1) << FLAGS
                && events.detection[e - 1] == events.detection[e] - 1;
        if (!follows) {
          first[size++] = e;
        }
        last[size - 1] = e << FLAGS | flags;
      }
    }
    return new Outcomes(Arrays.copyOf(first, size), Arrays.copyOf(last, size));
  }

  /**
   * @param multiplicities how often each image counts
   * @return null if there is no annotated object to find
   */
  @Nullable CategoryScores scores(int[] multiplicities, CurveBuffers buffers) {
    int objects = prepare(multiplicities, buffers);
    if (objects == 0) {
      return null;
    }
    double[] averagePrecision = new double[CocoThresholds.IOUS];
    double[] recall = new double[CocoThresholds.IOUS];
    for (int t = 0; t < recall.length; t++) {
      sweep(t, buffers);
      averagePrecision[t] = PrecisionRecall.mean(buffers.envelope);
      recall[t] = buffers.sweep.total() / (double) objects;
    }
    return new CategoryScores(averagePrecision, recall);
  }

  /** As {@link #scores}, with the whole curves. */
  @Nullable PrecisionRecall precisionRecall(int[] multiplicities, CurveBuffers buffers) {
    int objects = prepare(multiplicities, buffers);
    if (objects == 0) {
      return null;
    }
    double[][] precision = new double[CocoThresholds.IOUS][];
    double[] recall = new double[CocoThresholds.IOUS];
    for (int t = 0; t < recall.length; t++) {
      sweep(t, buffers);
      precision[t] = buffers.envelope.clone();
      recall[t] = buffers.sweep.total() / (double) objects;
    }
    return new PrecisionRecall(precision, recall);
  }

  /** Fills in what is the same at all thresholds; returns the number of objects. */
  private int prepare(int[] multiplicities, CurveBuffers buffers) {
    int objects = 0;
    for (int i = 0; i < objectImage.length; i++) {
      objects += objectCount[i] * multiplicities[objectImage[i]];
    }
    if (objects > 0) {
      buffers.setObjects(objects);
      int[] detection = events.detection;
      int[] image = events.image;
      buffers.reserve(detection.length);
      int sum = 0;
      for (int e = 0, d = 0; e < detection.length; e++) {
        for (; d <= detection[e]; d++) {
          sum += multiplicities[image[d]];
        }
        buffers.seen[e] = sum;
        buffers.times[e] = multiplicities[image[detection[e]]];
      }
    }
    return objects;
  }

  /** Draws the envelope at one threshold. */
  private void sweep(int threshold, CurveBuffers buffers) {
    PrecisionSweep sweep = buffers.sweep;
    sweep.clear();
    int[] first = outcomes[threshold].first();
    int[] last = outcomes[threshold].last();
    int[] seen = buffers.seen;
    int ignored = 0;
    int i = 0;
    while (i < last.length) {
      int e = last[i] >>> FLAGS;
      int times = seen[e] - seen[first[i]] + buffers.times[first[i]];
      if ((last[i] & TIED) != 0 && times > 1) {
        ignored += sweepTie(threshold, e, times, seen[e], ignored, sweep);
        while (i < last.length && events.detection[last[i] >>> FLAGS] < events.tieEnd[e]) {
          i++;
        }
      } else {
        if ((last[i] & IGNORED) != 0) {
          ignored += times;
        } else {
          sweep.add(times, seen[e] - ignored);
        }
        i++;
      }
    }
    sweep.envelope(buffers.needed, buffers.envelope);
  }

  /** Repeats a tie as a block; returns the ignored detections in it. */
  private int sweepTie(int threshold, int e, int times, int seen, int ignored, PrecisionSweep to) {
    int[] word = events.word;
    int before = seen - times * (events.detection[e] + 1 - events.tieStart[e]);
    int taken = before - ignored;
    int ignoredHere = 0;
    for (int copy = 0; copy < times; copy++) {
      for (int d = events.tieStart[e]; d < events.tieEnd[e]; d++) {
        if (CategoryMatches.isIgnored(word[d], threshold)) {
          ignoredHere++;
        } else {
          taken++;
          if (CategoryMatches.isMatched(word[d], threshold)) {
            to.add(1, taken);
          }
        }
      }
    }
    return ignoredHere;
  }

  /**
   * The events that are true positives or ignored at a threshold, ascending.
   *
   * @param first the first event of a run of true positives; else the event
   * @param last the last event of the run, and two bits that say whether it is ignored, or tied
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Outcomes(int[] first, int[] last) {}
}
