package io.github.segbench.metrics.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IdPairCountsTest {
  @Test
  void agreesWithAPixelLoopFromRunsToNoise() {
    Random random = new Random(3);
    // One table for all, as a leftover of the image before would show in the next.
    IdPairCounts counts = new IdPairCounts();
    for (int trial = 0; trial < 20_000; trial++) {
      int pixels = 1 + random.nextInt(120);
      int[] truth = ids(random, pixels);
      int[] prediction = ids(random, pixels);
      counts.clear();
      IdPairKernel.count(truth, prediction, counts);
      assertThat(pairs(counts)).isEqualTo(naive(truth, prediction));
    }
  }

  @Test
  void growsWithTheNumberOfPairs() {
    Random random = new Random(4);
    int[] truth = random.ints(100_000, 0, 1 << 24).toArray();
    int[] prediction = random.ints(100_000, 0, 1 << 24).toArray();
    IdPairCounts counts = new IdPairCounts();
    IdPairKernel.count(truth, prediction, counts);
    assertThat(pairs(counts)).isEqualTo(naive(truth, prediction));
    counts.clear();
    assertThat(counts.size()).isZero();
    assertThat(counts.common(truth[0], prediction[0])).isZero();
    IdPairKernel.count(truth, prediction, counts);
    assertThat(counts.size()).isEqualTo(naive(truth, prediction).size());
  }

  @Test
  void keepsPairsInTheOrderOfTheirFirstPixels() {
    IdPairCounts counts = new IdPairCounts();
    IdPairKernel.count(new int[] {7, 7, 5, 7, 5}, new int[] {1, 2, 1, 1, 1}, counts);
    assertThat(pairs(counts)).hasToString("{7/1=2, 7/2=1, 5/1=2}");
    assertThat(counts.common(5, 1)).isEqualTo(2);
    assertThat(counts.common(5, 2)).isZero();
  }

  private static Map<String, Integer> pairs(IdPairCounts counts) {
    Map<String, Integer> pairs = new LinkedHashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      pairs.put(counts.truth(i) + "/" + counts.prediction(i), counts.pixels(i));
    }
    return pairs;
  }

  private static Map<String, Integer> naive(int[] truth, int[] prediction) {
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i < truth.length; i++) {
      pairs.merge(truth[i] + "/" + prediction[i], 1, Integer::sum);
    }
    return pairs;
  }

  /** Runs that are up to 1, 2, 4, ... 64 pixels long. */
  private static int[] ids(Random random, int pixels) {
    int longest = 1 << random.nextInt(7);
    int[] ids = new int[pixels];
    int end = 0;
    int id = 0;
    for (int i = 0; i < pixels; i++) {
      if (i == end) {
        id = random.nextInt(5) == 0 ? -1 : random.nextInt(4) * 0x555555;
        end = i + 1 + random.nextInt(longest);
      }
      ids[i] = id;
    }
    return ids;
  }
}
