package io.github.segbench.metrics.semantic;

import static io.github.segbench.metrics.semantic.TestMaps.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTest {
  private static final int RANDOM_MAPS = 20_000;

  @Test
  void neverCountsVoidGroundTruth() {
    ConfusionMatrix matrix = new ConfusionMatrix(TestMaps.labels(0, 1));
    matrix.add(row("aab.."), row("abbab"));
    assertThat(matrix.toCounts().counts()).isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 1, 0}});
  }

  @Test
  void countsVoidPredictionsAsMissedAndAsNobodysFalsePositive() {
    ConfusionMatrix matrix = new ConfusionMatrix(TestMaps.labels(0, 1));
    // c is outside the label set.
    matrix.add(row("aaab"), row("a.cb"));
    assertThat(matrix.toCounts().counts()).isDeepEqualTo(new long[][] {{1, 0, 2}, {0, 1, 0}});
    ClassCounts counts = matrix.classCounts();
    assertThat(counts.falseNegatives(0)).isEqualTo(2);
    assertThat(counts.falsePositives(0)).isZero();
    assertThat(counts.falsePositives(1)).isZero();
    assertThat(counts.validPixels()).isEqualTo(4);
  }

  @Test
  void agreesWithAPixelLoop() {
    int[] ids = {3, 0, 65_000, 200};
    LabelSet labels = TestMaps.labels(ids);
    // Void and two ids that nobody knows are among the pixels.
    int[] pixels = {3, 0, 65_000, 200, TestMaps.VOID, 7, 65_535};
    Random random = new Random(11);
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (int i = 0; i < RANDOM_MAPS; i++) {
      int width = 1 + random.nextInt(20);
      int height = 1 + random.nextInt(20);
      LabelMap truth = TestMaps.random(random, width, height, pixels);
      LabelMap prediction = TestMaps.random(random, width, height, pixels);
      matrix.pairs().clear();
      matrix.add(truth, prediction);
      assertThat(matrix.toCounts().counts()).isDeepEqualTo(naiveCounts(labels, truth, prediction));
    }
  }

  @Test
  void agreesWithAPixelLoopHoweverTheMapsLie() {
    // Bytes that are negative, and those where a carry between the bytes of a word would show.
    int[] ids = {0, 1, 127, 128, 254};
    LabelSet labels = TestMaps.labels(ids);
    int[] pixels = {0, 1, 127, 128, 254, TestMaps.VOID, 129};
    Random random = new Random(15);
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (int i = 0; i < RANDOM_MAPS / 4; i++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(10);
      LabelMap truth = TestMaps.random(random, width, height, pixels);
      LabelMap prediction = TestMaps.random(random, width, height, pixels);
      assertSameHoweverTheMapsLie(matrix, labels, truth, prediction);
    }
  }

  private static void assertSameHoweverTheMapsLie(
      ConfusionMatrix matrix, LabelSet labels, LabelMap truth, LabelMap prediction) {
    long[][] expected = naiveCounts(labels, truth, prediction);
    for (LabelMap first : List.of(truth, TestMaps.inBytes(truth))) {
      for (LabelMap second : List.of(prediction, TestMaps.inBytes(prediction))) {
        matrix.pairs().clear();
        matrix.add(first, second);
        assertSame(matrix, expected);
      }
    }
  }

  @Test
  void agreesWithAPixelLoopOverBytesWhereOnlyThePairsThatOccurAreKept() {
    int[] ids = IntStream.range(0, 400).toArray();
    LabelSet labels = numbered(ids);
    Random random = new Random(16);
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (int i = 0; i < 200; i++) {
      int[] pixels = {random.nextInt(255), random.nextInt(255), TestMaps.VOID, 3};
      LabelMap truth = TestMaps.random(random, 1 + random.nextInt(20), 9, pixels);
      LabelMap prediction = TestMaps.random(random, truth.width(), 9, pixels);
      assertSameHoweverTheMapsLie(matrix, labels, truth, prediction);
    }
  }

  @Test
  void agreesWithAPixelLoopWhereOnlyThePairsThatOccurAreKept() {
    int[] ids = IntStream.range(0, 400).map(i -> 150 * i + (i > 0 ? 1 : 0)).toArray();
    LabelSet labels = numbered(ids);
    Random random = new Random(12);
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (int i = 0; i < 500; i++) {
      int[] pixels = {ids[random.nextInt(400)], ids[random.nextInt(400)], TestMaps.VOID, 3, 65_535};
      LabelMap truth = TestMaps.random(random, 1 + random.nextInt(20), 9, pixels);
      LabelMap prediction = TestMaps.random(random, truth.width(), 9, pixels);
      matrix.pairs().clear();
      matrix.add(truth, prediction);
      assertSame(matrix, naiveCounts(labels, truth, prediction));
    }
  }

  @Test
  void keepsThePairsOfNoiseOverThousandsOfClasses() {
    int[] ids = IntStream.range(0, 5_000).toArray();
    LabelSet labels = numbered(ids);
    Random random = new Random(13);
    short[] truth = new short[40_000];
    short[] prediction = new short[40_000];
    Map<Long, Long> expected = new HashMap<>();
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (short) random.nextInt(5_000);
      prediction[i] = (short) random.nextInt(5_000);
      int row = labels.indexOf(truth[i]);
      int column = labels.indexOf(prediction[i]);
      if (row >= 0) {
        expected.merge(pair(row, column < 0 ? labels.size() : column), 1L, Long::sum);
      }
    }
    ConfusionMatrix half = new ConfusionMatrix(labels);
    half.add(new LabelMap(200, 200, truth), new LabelMap(200, 200, prediction));
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    matrix.merge(half);
    matrix.merge(half);
    Map<Long, Long> counted = new HashMap<>();
    matrix.pairs().forEach((t, p, pixels) -> counted.put(pair(t, p), pixels / 2));
    assertThat(counted.equals(expected)).isTrue();
    assertThat(counted.size()).isGreaterThan(30_000);
    assertThat(matrix.count(7, 8)).isEqualTo(2 * expected.getOrDefault(pair(7, 8), 0L));
  }

  private static long pair(int truth, int prediction) {
    return 100_000L * truth + prediction;
  }

  @Test
  void countsStretchesOfNoiseBetweenRuns() {
    LabelSet labels = TestMaps.labels(0, 1, 2);
    Random random = new Random(14);
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (int i = 0; i < 50; i++) {
      LabelMap truth = new LabelMap(300, 100, mixed(random));
      LabelMap prediction = new LabelMap(300, 100, mixed(random));
      assertSameHoweverTheMapsLie(matrix, labels, truth, prediction);
    }
  }

  /** Noise and runs by turns, both long. */
  private static short[] mixed(Random random) {
    short[] labels = new short[30_000];
    int i = 0;
    while (i < labels.length) {
      int end = Math.min(labels.length, i + random.nextInt(9_000));
      boolean noise = random.nextBoolean();
      short id = (short) random.nextInt(4);
      for (; i < end; i++) {
        labels[i] = noise ? (short) random.nextInt(4) : id;
      }
    }
    return labels;
  }

  private static void assertSame(ConfusionMatrix matrix, long[][] expected) {
    assertThat(Arrays.deepEquals(matrix.toCounts().counts(), expected)).isTrue();
  }

  private static LabelSet numbered(int... ids) {
    return new LabelSet(
        "numbered",
        IntStream.of(ids)
            .filter(id -> id != TestMaps.VOID)
            .mapToObj(id -> new Category(id, "class " + id, false, 0))
            .toList(),
        TestMaps.VOID);
  }

  @Test
  void countsRunsThatEndAtDifferentPlaces() {
    // 40 pixels: truth 23 a, 17 b; prediction 9 a, 25 b, 6 a.
    LabelMap truth = row("a".repeat(23) + "b".repeat(17));
    LabelMap prediction = row("a".repeat(9) + "b".repeat(25) + "a".repeat(6));
    ConfusionMatrix matrix = new ConfusionMatrix(TestMaps.labels(0, 1));
    matrix.add(truth, prediction);
    // a as b: 23 - 9 = 14; b as b: 34 - 23 = 11; b as a: 6.
    assertThat(matrix.toCounts().counts()).isDeepEqualTo(new long[][] {{9, 14, 0}, {6, 11, 0}});
    matrix.add(TestMaps.inBytes(truth), TestMaps.inBytes(prediction));
    assertThat(matrix.toCounts().counts()).isDeepEqualTo(new long[][] {{18, 28, 0}, {12, 22, 0}});
  }

  @Test
  void mergesToTheSumOfBoth() {
    LabelSet labels = TestMaps.labels(0, 1);
    ConfusionMatrix together = new ConfusionMatrix(labels);
    together.add(row("aab"), row("abb"));
    together.add(row("bb."), row("bab"));
    ConfusionMatrix left = new ConfusionMatrix(labels);
    left.add(row("aab"), row("abb"));
    ConfusionMatrix right = new ConfusionMatrix(labels);
    right.add(row("bb."), row("bab"));
    left.merge(right);
    assertThat(left.toCounts()).isEqualTo(together.toCounts());
  }

  @Test
  void refusesWhatCannotBeCompared() {
    ConfusionMatrix matrix = new ConfusionMatrix(TestMaps.labels(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix.add(row("aa"), row("aaa")))
        .withMessage("sizes differ: LabelMap[2x1] and LabelMap[3x1]");
    ConfusionMatrix other = new ConfusionMatrix(TestMaps.labels(0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> matrix.merge(other));
  }

  private static long[][] naiveCounts(LabelSet labels, LabelMap truth, LabelMap prediction) {
    long[][] counts = new long[labels.size()][labels.size() + 1];
    for (int y = 0; y < truth.height(); y++) {
      for (int x = 0; x < truth.width(); x++) {
        int row = labels.indexOf(truth.at(x, y));
        int column = labels.indexOf(prediction.at(x, y));
        if (row >= 0) {
          counts[row][column < 0 ? labels.size() : column]++;
        }
      }
    }
    return counts;
  }
}
