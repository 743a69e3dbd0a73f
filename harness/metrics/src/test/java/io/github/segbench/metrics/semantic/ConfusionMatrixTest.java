package io.github.segbench.metrics.semantic;

import static io.github.segbench.metrics.semantic.TestMaps.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Random;
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
  void countsRunsThatEndAtDifferentPlaces() {
    // 40 pixels: truth 23 a, 17 b; prediction 9 a, 25 b, 6 a.
    ConfusionMatrix matrix = new ConfusionMatrix(TestMaps.labels(0, 1));
    matrix.add(
        row("a".repeat(23) + "b".repeat(17)), row("a".repeat(9) + "b".repeat(25) + "a".repeat(6)));
    // a as b: 23 - 9 = 14; b as b: 34 - 23 = 11; b as a: 6.
    assertThat(matrix.toCounts().counts()).isDeepEqualTo(new long[][] {{9, 14, 0}, {6, 11, 0}});
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
