package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Brings the samples of a timing down to a number of buckets that a chart can show. */
public final class Histogram {
  private static final int MOST_BUCKETS = 200;

  private Histogram() {}

  /**
   * The samples by ascending value. Where there are more than 200 different values, neighbours are
   * joined: 200 ranges of equal ratio from the smallest to the largest, each standing at the mean
   * of its samples.
   *
   * @param counts of samples by milliseconds
   */
  public static List<Bucket> of(NavigableMap<Double, Long> counts) {
    return counts.size() <= MOST_BUCKETS ? asTheyAre(counts) : joined(counts);
  }

  private static List<Bucket> asTheyAre(NavigableMap<Double, Long> counts) {
    List<Bucket> buckets = new ArrayList<>();
    counts.forEach((millis, count) -> buckets.add(new Bucket(millis, count)));
    return buckets;
  }

  private static List<Bucket> joined(NavigableMap<Double, Long> counts) {
    double smallest = Math.max(counts.firstKey(), Double.MIN_NORMAL);
    double range = Math.log(counts.lastKey() / smallest);
    double[] sums = new double[MOST_BUCKETS];
    long[] numbers = new long[MOST_BUCKETS];
    counts.forEach(
        (millis, count) -> {
          double share = Math.log(Math.max(millis, smallest) / smallest) / range;
          int bucket = Math.min((int) (share * MOST_BUCKETS), MOST_BUCKETS - 1);
          sums[bucket] += millis * count;
          numbers[bucket] += count;
        });
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < MOST_BUCKETS; i++) {
      if (numbers[i] > 0) {
        buckets.add(new Bucket(sums[i] / numbers[i], numbers[i]));
      }
    }
    return buckets;
  }
}
