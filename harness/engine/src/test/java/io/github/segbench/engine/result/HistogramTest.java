package io.github.segbench.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HistogramTest {

  @Test
  void fewValuesStayAsTheyAre() {
    NavigableMap<Double, Long> counts = new TreeMap<>();
    counts.put(2.5, 1L);
    counts.put(1.5, 3L);

    assertThat(Histogram.of(counts)).containsExactly(new Bucket(1.5, 3), new Bucket(2.5, 1));
  }

  @Test
  void noSamplesGiveNoBuckets() {
    assertThat(Histogram.of(new TreeMap<>())).isEmpty();
  }

  @Test
  void joiningManyValuesLosesNoSample() {
    NavigableMap<Double, Long> counts = new TreeMap<>();
    for (int i = 1; i <= 1000; i++) {
      counts.put(i / 10.0, 2L);
    }

    List<Bucket> buckets = Histogram.of(counts);

    assertThat(buckets).hasSizeBetween(100, 200);
    assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isEqualTo(2000);
    assertThat(buckets).extracting(Bucket::millis).isSorted();
    assertThat(buckets.get(0).millis()).isEqualTo(0.1);
  }
}
