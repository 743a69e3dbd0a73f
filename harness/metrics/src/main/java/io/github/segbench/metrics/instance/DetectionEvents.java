package io.github.segbench.metrics.instance;

import java.util.Arrays;

/**
 * The detections of one category in a slice, and which of them are events: matched or ignored at
 * some threshold. Of the others it is enough to know how many come before an event.
 */
final class DetectionEvents {
  /** {@code [detections]}: position of the image. */
  final int[] image;

  /** {@code [detections]}: the bits of {@link CategoryMatches}. */
  final int[] word;

  /** {@code [events]}: the detection, ascending. */
  final int[] detection;

  /**
   * {@code [events]}: first and end of the tie that the detection belongs to, the detections of one
   * image with equal scores.
   */
  final int[] tieStart;

  final int[] tieEnd;

  DetectionEvents(CategoryDetections all, Slice slice) {
    int[] kept = kept(all, slice);
    image = new int[kept.length];
    word = new int[kept.length];
    int events = 0;
    for (int d = 0; d < kept.length; d++) {
      image[d] = all.image(kept[d]);
      word[d] = all.word(slice.area(), kept[d]);
      events += word[d] == 0 ? 0 : 1;
    }
    detection = new int[events];
    tieStart = new int[events];
    tieEnd = new int[events];
    for (int d = 0, e = 0, tie = 0; d < kept.length; d++) {
      tie = d > 0 && isTie(all, kept[d - 1], kept[d]) ? tie : d;
      if (word[d] != 0) {
        int end = d + 1;
        while (end < kept.length && isTie(all, kept[d], kept[end])) {
          end++;
        }
        detection[e] = d;
        tieStart[e] = tie;
        tieEnd[e++] = end;
      }
    }
  }

  /** The detections of the slice; those that are ignored at every threshold count nowhere. */
  private static int[] kept(CategoryDetections all, Slice slice) {
    int[] kept = new int[all.size()];
    int size = 0;
    for (int d = 0; d < kept.length; d++) {
      if (all.rank(d) < slice.mostDetections()
          && !CategoryMatches.isIgnoredEverywhere(all.word(slice.area(), d))) {
        kept[size++] = d;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static boolean isTie(CategoryDetections all, int first, int second) {
    return all.image(first) == all.image(second) && all.score(first) == all.score(second);
  }

  /** Number of events. */
  int size() {
    return detection.length;
  }

  /** Whether an event is one of several detections with its image and score. */
  boolean isTied(int event) {
    return tieEnd[event] - tieStart[event] > 1;
  }
}
