package io.github.segbench.metrics.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ObjectSizesTest {
  private static final int RANDOM_MAPS = 20_000;

  private final LabelSet labels = TestMaps.labels(0, 1, 2);

  @Test
  void joinsPixelsThatTouchAtACornerAlone() {
    // The two a on the left touch the third at corners; the one on the right is on its own.
    LabelMap truth = TestMaps.rows("ab.a", "ba..", "ab..");
    assertThat(regions(truth, TestMaps.rows("aaaa", "aaaa", "aaaa")))
        .containsExactlyInAnyOrder("0: 3 of 3", "0: 1 of 1", "1: 0 of 3");
  }

  @Test
  void joinsTheArmsOfAShapeThatMeetBelow() {
    LabelMap truth = TestMaps.rows("ab.ba", "ab.ba", "aaaaa");
    assertThat(regions(truth, truth))
        .containsExactlyInAnyOrder("0: 9 of 9", "1: 2 of 2", "1: 2 of 2");
  }

  @Test
  void putsARegionAtTheEndOfTwoRangesIntoBoth() {
    // 32 x 32 pixels are small and medium; 8 of them are predicted wrong.
    LabelMap truth = new LabelMap(32, 32, new short[32 * 32]);
    short[] predicted = new short[32 * 32];
    for (int i = 0; i < 8; i++) {
      predicted[i] = 1;
    }
    List<ClassCounts> counts =
        new ObjectSizes().counter(labels).count(truth, new LabelMap(32, 32, predicted));
    for (ObjectSize size : List.of(ObjectSize.SMALL, ObjectSize.MEDIUM)) {
      ClassCounts ofSize = counts.get(size.ordinal());
      assertThat(ofSize.truth(0)).isEqualTo(1024);
      assertThat(ofSize.truePositives(0)).isEqualTo(1016);
      assertThat(ofSize.union(1)).isZero();
    }
    assertThat(counts.get(ObjectSize.LARGE.ordinal()).validPixels()).isZero();
  }

  @Test
  void agreesWithAFloodFill() {
    Random random = new Random(5);
    for (int i = 0; i < RANDOM_MAPS; i++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(12);
      LabelMap truth = TestMaps.random(random, width, height, 0, 1, 2, TestMaps.VOID);
      LabelMap prediction = TestMaps.random(random, width, height, 0, 1, 2, TestMaps.VOID);
      List<String> expected = flooded(truth, prediction);
      // Each map in shorts and in bytes.
      LabelMap first = i % 2 == 0 ? truth : TestMaps.inBytes(truth);
      LabelMap second = i / 2 % 2 == 0 ? prediction : TestMaps.inBytes(prediction);
      assertThat(regions(first, second).stream().sorted().toList()).isEqualTo(expected);
    }
  }

  private final JointRuns runs = new JointRuns(labels);

  private List<String> regions(LabelMap truth, LabelMap prediction) {
    runs.find(truth, prediction);
    List<String> found = new ArrayList<>();
    new Regions(runs)
        .forEach(labels.size(), (index, area, right) -> found.add(text(index, area, right)));
    return found;
  }

  private static String text(int index, int area, int right) {
    return index + ": " + right + " of " + area;
  }

  private static List<String> flooded(LabelMap truth, LabelMap prediction) {
    List<String> found = new ArrayList<>();
    boolean[] seen = new boolean[truth.width() * truth.height()];
    for (int y = 0; y < truth.height(); y++) {
      for (int x = 0; x < truth.width(); x++) {
        if (!seen[y * truth.width() + x] && truth.at(x, y) != TestMaps.VOID) {
          int[] areaAndRight = new int[2];
          flood(truth, prediction, x, y, truth.at(x, y), seen, areaAndRight);
          found.add(text(truth.at(x, y), areaAndRight[0], areaAndRight[1]));
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static void flood(
      LabelMap truth,
      LabelMap prediction,
      int x,
      int y,
      int id,
      boolean[] seen,
      int[] areaAndRight) {
    if (x < 0 || y < 0 || x == truth.width() || y == truth.height()) {
      return;
    }
    if (seen[y * truth.width() + x] || truth.at(x, y) != id) {
      return;
    }
    seen[y * truth.width() + x] = true;
    areaAndRight[0]++;
    areaAndRight[1] += prediction.at(x, y) == id ? 1 : 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        flood(truth, prediction, x + dx, y + dy, id, seen, areaAndRight);
      }
    }
  }
}
