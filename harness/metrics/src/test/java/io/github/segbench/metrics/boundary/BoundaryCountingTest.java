package io.github.segbench.metrics.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.semantic.ClassCounter;
import io.github.segbench.metrics.semantic.ClassCounts;
import io.github.segbench.metrics.semantic.TestMaps;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Boundary IoU, BF score and trimaps of label maps against loops over pixels. */
final class BoundaryCountingTest {
  private static final int SMALL_MAPS = 10_000;
  private static final int LARGE_MAPS = 8;

  private final LabelSet labels = TestMaps.labels(0, 1, 2);

  @Test
  void takesTheImagesBorderAsBoundaryAndVoidOutOfThePrediction() {
    // a of the truth: 3x5 at the left, its boundary all but the middle column's inner pixels.
    LabelMap truth = TestMaps.rows("aaaaab", "aaaaab", "aaaaa.");
    LabelMap prediction = TestMaps.rows("aaaabb", "aaaabb", "aaaaaa");
    ClassCounts counts = new InnerBoundaries().counter(labels).count(truth, prediction).get(0);
    // Truth 15 - 3 inner ones (row 1, columns 1..3); prediction 13 - 2 (columns 1, 2): in row 2 the
    // pixel under b counts, the void one does not. Common: 11 - the (1, 3) that is inner in truth.
    assertThat(counts.truth(0)).isEqualTo(12);
    assertThat(counts.predicted(0)).isEqualTo(11);
    assertThat(counts.truePositives(0)).isEqualTo(10);
    // b: 2 in truth, 4 in prediction, all of them boundary.
    assertThat(counts.union(1)).isEqualTo(4);
    assertThat(counts.truePositives(1)).isEqualTo(2);
  }

  @Test
  void countsTheBandOnBothSidesOfABorderAndNotAtTheImagesOwn() {
    LabelMap truth = TestMaps.rows("aaaaabbbbb");
    LabelMap prediction = TestMaps.rows("aaabbbbbba");
    List<ClassCounts> counts = new Trimaps(List.of(1, 2)).counter(labels).count(truth, prediction);
    // Width 1: columns 4, 5, predicted b, b. Width 2: columns 3..6, predicted b.
    assertThat(counts.get(0).truth(0)).isEqualTo(1);
    assertThat(counts.get(0).predicted(1)).isEqualTo(2);
    assertThat(counts.get(0).truePositives(1)).isEqualTo(1);
    assertThat(counts.get(1).truth(0)).isEqualTo(2);
    assertThat(counts.get(1).truePositives(0)).isZero();
    assertThat(counts.get(1).predicted(1)).isEqualTo(4);
    assertThat(counts.get(1).predicted(0)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trimaps(List.of(5, 0)))
        .withMessage("the width of a band must be >= 1: 0");
  }

  @Test
  void matchesOutlinesThatAreNearerThanTheTolerance() {
    // Diagonal 500 (300 x 400), tolerance 3.75: borders 3 apart match, 4 apart do not.
    BoundaryF1 boundaryF1 = new BoundaryF1(labels);
    LabelMap truth = halves(100);
    assertThat(boundaryF1.of(truth, halves(103))[0]).isEqualTo(1);
    // Columns 0..99 of 300 rows against 0..103. Outline of the truth 2 x 100 + 2 x 298 = 796
    // pixels;
    // of its right column all but those within 3 of the top or bottom row miss: 300 - 2 x 4 = 292.
    double recall = (796 - 292) / 796.0;
    // The prediction's outline is 8 longer. Right column 103: (x, y) is near where the truth's row
    // 0
    // or 299 ends at column 99, 4 away: never; in rows 0 and 299 columns 100..102 are near.
    double precision = (804 - 300) / 804.0;
    assertThat(boundaryF1.of(truth, halves(104))[0])
        .isCloseTo(2 * precision * recall / (precision + recall), within(1e-15));
    assertThat(boundaryF1.of(truth, halves(104))[2]).isNaN();
  }

  @Test
  void scoresAClassThatIsOnOneSideAloneZero() {
    BoundaryF1 boundaryF1 = new BoundaryF1(labels);
    double[] scores = boundaryF1.of(TestMaps.rows("aab."), TestMaps.rows("aaac"));
    // c is predicted on void alone.
    assertThat(scores[1]).isZero();
    assertThat(scores[2]).isNaN();
  }

  @Test
  void agreesWithPixelLoopsOnSmallMaps() {
    Random random = new Random(6);
    Fixture fixture = new Fixture();
    for (int i = 0; i < SMALL_MAPS; i++) {
      fixture.compare(random, 1 + random.nextInt(12), 1 + random.nextInt(12));
    }
  }

  @Test
  void agreesWithPixelLoopsOnMapsOfSeveralWords() {
    Random random = new Random(7);
    Fixture fixture = new Fixture();
    for (int i = 0; i < LARGE_MAPS; i++) {
      fixture.compare(random, 150 + random.nextInt(100), 20 + random.nextInt(10));
    }
  }

  private static LabelMap halves(int border) {
    short[] ids = new short[400 * 300];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) (i % 400 < border ? 0 : 1);
    }
    return new LabelMap(400, 300, ids);
  }

  /** The counters, used for one image after the other, and what they should say. */
  private final class Fixture {
    private final ClassCounter inner = new InnerBoundaries().counter(labels);
    private final ClassCounter bands = new Trimaps(List.of(1, 3)).counter(labels);
    private final BoundaryF1 boundaryF1 = new BoundaryF1(labels);

    void compare(Random random, int width, int height) {
      LabelMap truth = TestMaps.random(random, width, height, 0, 1, 2, TestMaps.VOID);
      LabelMap prediction = TestMaps.random(random, width, height, 0, 1, 2, TestMaps.VOID);
      ClassCounts ofInner = inner.count(truth, prediction).get(0);
      List<ClassCounts> ofBands = bands.count(truth, prediction);
      double[] scores = boundaryF1.of(truth, prediction);
      for (int c = 0; c < labels.size(); c++) {
        boolean[][] trueMask = NaiveClassMasks.mask(truth, truth, labels, c);
        boolean[][] predicted = NaiveClassMasks.mask(prediction, truth, labels, c);
        int radius = MaskBoundary.width(width, height);
        compareInner(ofInner, c, boundary(trueMask, radius), boundary(predicted, radius));
        compareBand(ofBands.get(0), c, band(truth, 1), trueMask, predicted);
        compareBand(ofBands.get(1), c, band(truth, 3), trueMask, predicted);
        assertThat(scores[c]).isEqualTo(Double.valueOf(score(trueMask, predicted)));
      }
    }

    private void compareInner(
        ClassCounts counts, int c, boolean[][] trueBoundary, boolean[][] predictedBoundary) {
      assertThat(counts.truth(c)).isEqualTo(NaiveClassMasks.count(trueBoundary));
      assertThat(counts.predicted(c)).isEqualTo(NaiveClassMasks.count(predictedBoundary));
      assertThat(counts.truePositives(c))
          .isEqualTo(NaiveClassMasks.countCommon(trueBoundary, predictedBoundary));
    }

    private void compareBand(
        ClassCounts counts, int c, boolean[][] band, boolean[][] trueMask, boolean[][] predicted) {
      boolean[][] trueInBand = NaiveClassMasks.minus(trueMask, not(band));
      assertThat(counts.truth(c)).isEqualTo(NaiveClassMasks.count(trueInBand));
      assertThat(counts.predicted(c)).isEqualTo(NaiveClassMasks.countCommon(band, predicted));
      assertThat(counts.truePositives(c))
          .isEqualTo(NaiveClassMasks.countCommon(trueInBand, predicted));
    }

    private static boolean[][] boundary(boolean[][] mask, int radius) {
      return NaiveClassMasks.minus(mask, NaiveClassMasks.erode(mask, radius, false));
    }

    /** Pixels that have another label up to so many rows and columns away. */
    private static boolean[][] band(LabelMap truth, int width) {
      boolean[][] band = new boolean[truth.height()][truth.width()];
      for (int y = 0; y < truth.height(); y++) {
        for (int x = 0; x < truth.width(); x++) {
          for (int v = Math.max(0, y - width); v <= Math.min(truth.height() - 1, y + width); v++) {
            for (int u = Math.max(0, x - width); u <= Math.min(truth.width() - 1, x + width); u++) {
              band[y][x] |= truth.at(u, v) != truth.at(x, y);
            }
          }
        }
      }
      return band;
    }

    private static boolean[][] not(boolean[][] mask) {
      boolean[][] all = new boolean[mask.length][mask[0].length];
      for (boolean[] row : all) {
        Arrays.fill(row, true);
      }
      return NaiveClassMasks.minus(all, mask);
    }

    private static double score(boolean[][] trueMask, boolean[][] predicted) {
      boolean[][] trueOutline = NaiveClassMasks.outline(trueMask);
      boolean[][] predictedOutline = NaiveClassMasks.outline(predicted);
      double ofTruth = NaiveClassMasks.count(trueOutline);
      double ofPrediction = NaiveClassMasks.count(predictedOutline);
      if (ofTruth == 0 || ofPrediction == 0) {
        return ofTruth == ofPrediction ? Double.NaN : 0;
      }
      int height = trueMask.length;
      int width = trueMask[0].length;
      double squared = 0.0075 * 0.0075 * (width * width + height * height);
      double recall = NaiveClassMasks.countNear(trueOutline, predictedOutline, squared) / ofTruth;
      double precision =
          NaiveClassMasks.countNear(predictedOutline, trueOutline, squared) / ofPrediction;
      return recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }
}
