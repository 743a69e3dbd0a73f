package io.github.segbench.metrics.instance;

import static io.github.segbench.metrics.instance.TestScenes.rectangle;
import static io.github.segbench.metrics.instance.TestScenes.segmentations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InstanceAccumulatorTest {
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  /** Detections by score: one at IoU 0.75, a wrong one, a perfect one. */
  private Evaluation twoObjectsThreeDetections() {
    InstanceAccumulator accumulator = accumulator();
    accumulator.add(
        0,
        segmentations(
            List.of(
                Instance.groundTruth(1, rectangle(0, 0, 4, 2)),
                Instance.groundTruth(1, rectangle(0, 4, 4, 2)))),
        segmentations(
            List.of(
                Instance.detection(1, 0.3, rectangle(0, 4, 4, 2)),
                Instance.detection(1, 0.9, rectangle(0, 0, 3, 2)),
                Instance.detection(1, 0.6, rectangle(6, 6, 2, 2)))));
    return accumulator.evaluate(NO_INTERVALS);
  }

  /**
   * One category, two objects of 2x4 pixels. By score: a detection of object 1 that lacks a column
   * (IoU 6/8 = 0.75), a wrong one, object 2 to the pixel.
   *
   * <p>IoU thresholds 0.50 to 0.75 (six): right, wrong, right; precision 1, 1/2, 2/3. Recall to 0.5
   * (points 0 to 50) has precision 1, beyond (50 points) 2/3: AP = (51 + 50 x 2/3) / 101 = 253/303.
   * Thresholds 0.80 to 0.95 (four): wrong, wrong, right; precision 1/3 up to recall 0.5: AP =
   * 51/303.
   */
  @Test
  void computesApByHand() {
    Evaluation evaluation = twoObjectsThreeDetections();
    assertThat(value(evaluation, "AP50", MetricValue.ALL)).isCloseTo(253.0 / 303, within(1e-15));
    assertThat(value(evaluation, "AP", MetricValue.ALL))
        .isCloseTo((6 * 253.0 / 303 + 4 * 51.0 / 303) / 10, within(1e-15));
    assertThat(value(evaluation, "AP", "disc")).isEqualTo(value(evaluation, "AP", MetricValue.ALL));
    // The best detection finds object 1 at six of ten thresholds: half the objects each.
    assertThat(value(evaluation, "AR1", MetricValue.ALL)).isCloseTo(0.3, within(1e-15));
    // No box among the objects.
    assertThat(value(evaluation, "AP", "box")).isNull();
    // Both objects found with one of two detections of 0.5 and more wrong: 2 x 1 / (2 + 1 + 1).
    assertThat(evaluation.imageValues()).containsExactly(new ImageValue(0, "F1@50", 0.5));
  }

  /**
   * The scene of {@link #computesApByHand}. At IoU 0.50 and 0.75 precision is 1 at the points 0 to
   * 50 and 2/3 beyond. Over ten thresholds, at four of which precision is 1/3 and then 0: (6 + 4/3)
   * / 10 = 11/15 and 6 x 2/3 / 10 = 2/5.
   */
  @Test
  void curvesAreWhatApIsTheMeanOf() {
    Evaluation evaluation = twoObjectsThreeDetections();

    assertThat(evaluation.curves())
        .extracting(PrecisionRecallCurve::iou)
        .containsExactly("0.50", "0.75", "0.50:0.95");
    requireSteps(evaluation.curves().get(0), 1, 2.0 / 3);
    requireSteps(evaluation.curves().get(1), 1, 2.0 / 3);
    requireSteps(evaluation.curves().get(2), 11.0 / 15, 0.4);
    assertThat(mean(evaluation.curves().get(0)))
        .isCloseTo(value(evaluation, "AP50", MetricValue.ALL), within(1e-12));
    assertThat(mean(evaluation.curves().get(2)))
        .isCloseTo(value(evaluation, "AP", MetricValue.ALL), within(1e-12));
  }

  private static double mean(PrecisionRecallCurve curve) {
    return curve.points().stream()
        .mapToDouble(PrecisionRecallCurve.Point::precision)
        .average()
        .orElseThrow();
  }

  private static void requireSteps(PrecisionRecallCurve curve, double before, double beyond) {
    assertThat(curve.points()).hasSize(101);
    for (int i = 0; i <= 100; i++) {
      assertThat(curve.points().get(i).recall()).isCloseTo(i / 100.0, within(1e-15));
      assertThat(curve.points().get(i).precision())
          .as("recall point %d", i)
          .isCloseTo(i <= 50 ? before : beyond, within(1e-12));
    }
  }

  @Test
  void curvesAreMeansOverTheCategoriesWithObjects() {
    InstanceAccumulator accumulator = accumulator();
    accumulator.add(
        0,
        segmentations(
            List.of(
                Instance.groundTruth(1, rectangle(0, 0, 4, 2)),
                Instance.groundTruth(5, rectangle(0, 4, 4, 2)))),
        segmentations(List.of(Instance.detection(1, 0.9, rectangle(0, 0, 4, 2)))));

    // One of two categories is found, to the pixel; the third has no object and does not count.
    assertThat(accumulator.evaluate(NO_INTERVALS).curves())
        .hasSize(3)
        .allSatisfy(curve -> requireSteps(curve, 0.5, 0.5));
  }

  @Test
  void hasNoCurvesWithoutObjectsOrOfBoxes() {
    InstanceAccumulator empty = accumulator();
    empty.add(0, segmentations(List.of()), segmentations(List.of()));
    InstanceAccumulator boxes = new InstanceAccumulator(TestScenes.LABELS, Overlap.BOX, List.of());
    boxes.add(
        0,
        segmentations(List.of(Instance.groundTruth(1, rectangle(0, 0, 4, 2)))),
        segmentations(List.of()));

    assertThat(empty.evaluate(NO_INTERVALS).curves()).isEmpty();
    assertThat(boxes.evaluate(NO_INTERVALS).curves()).isEmpty();
  }

  @Test
  void hasNoNumberWithoutObjects() {
    InstanceAccumulator accumulator = accumulator();
    accumulator.add(0, segmentations(List.of()), segmentations(List.of()));
    accumulator.add(
        1,
        segmentations(List.of()),
        segmentations(List.of(Instance.detection(1, 0.9, rectangle(0, 0, 2, 2)))));
    Evaluation evaluation = accumulator.evaluate(BootstrapSettings.DEFAULT);
    assertThat(evaluation.values()).allMatch(v -> v.value() == null && v.interval() == null);
    assertThat(evaluation.imageValues())
        .containsExactly(new ImageValue(0, "F1@50", null), new ImageValue(1, "F1@50", 0.0));
  }

  @Test
  void forgivesDetectionsOfACrowd() {
    Mask crowd = rectangle(0, 0, 8, 4);
    InstanceAccumulator accumulator = accumulator();
    accumulator.add(
        0,
        segmentations(
            List.of(
                new Instance(1, 1, crowd, crowd.boundingBox(), true, crowd.area()),
                Instance.groundTruth(1, rectangle(0, 5, 3, 3)))),
        segmentations(
            List.of(
                // Both lie in the crowd: intersection / own area = 1, though the union is 32.
                Instance.detection(1, 0.9, rectangle(0, 0, 2, 2)),
                Instance.detection(1, 0.8, rectangle(4, 0, 2, 2)),
                Instance.detection(1, 0.7, rectangle(0, 5, 3, 3)))));
    Evaluation evaluation = accumulator.evaluate(NO_INTERVALS);
    assertThat(value(evaluation, "AP", MetricValue.ALL)).isCloseTo(1, within(1e-15));
  }

  @Test
  void takesTheLaterOfTwoObjectsWithEqualOverlap() {
    // The first detection has IoU 4/8 with both objects, the second is the right one to the pixel.
    Instance left = Instance.groundTruth(1, rectangle(0, 0, 2, 2));
    Instance right = Instance.groundTruth(1, rectangle(2, 0, 2, 2));
    Segmentations found =
        segmentations(
            List.of(
                Instance.detection(1, 0.9, rectangle(0, 0, 4, 2)),
                Instance.detection(1, 0.8, right.mask())));
    InstanceAccumulator rightLast = accumulator();
    rightLast.add(0, segmentations(List.of(left, right)), found);
    // The right one is taken already: recall 1/2 with precision 1, points 0 to 50.
    assertThat(value(rightLast.evaluate(NO_INTERVALS), "AP50", MetricValue.ALL))
        .isCloseTo(51.0 / 101, within(1e-15));
    InstanceAccumulator leftLast = accumulator();
    leftLast.add(0, segmentations(List.of(right, left)), found);
    assertThat(value(leftLast.evaluate(NO_INTERVALS), "AP50", MetricValue.ALL)).isEqualTo(1);
  }

  /** An object of 32^2 pixels is small and medium, one of 96^2 medium and large. */
  @Test
  void countsBothEndsOfAnAreaRange() {
    Mask mask = rectangle(0, 0, 4, 4);
    InstanceAccumulator accumulator =
        new InstanceAccumulator(TestScenes.LABELS, Overlap.MASK, List.of());
    accumulator.add(
        0,
        segmentations(
            List.of(
                new Instance(1, 1, mask, mask.boundingBox(), false, 1024),
                new Instance(5, 1, mask, mask.boundingBox(), false, 9216))),
        segmentations(List.of()));
    for (AreaRange area : AreaRange.values()) {
      List<PrecisionRecall> found = accumulator.accumulation(new Slice(area, 100)).compute();
      assertThat(found.get(0) != null).isEqualTo(area != AreaRange.LARGE);
      assertThat(found.get(2) != null).isEqualTo(area != AreaRange.SMALL);
    }
  }

  /** Of equal scores the earlier image counts first: right before wrong 1, the other way 1/2. */
  @Test
  void takesEqualScoresInTheOrderOfTheImages() {
    Segmentations object = segmentations(List.of(Instance.groundTruth(1, rectangle(0, 0, 4, 4))));
    Segmentations found = segmentations(List.of(Instance.detection(1, 0.5, rectangle(0, 0, 4, 4))));
    InstanceAccumulator rightFirst = accumulator();
    rightFirst.add(8, segmentations(List.of()), found);
    rightFirst.add(3, object, found);
    assertThat(value(rightFirst.evaluate(NO_INTERVALS), "AP50", MetricValue.ALL))
        .isCloseTo(1, within(1e-15));
    InstanceAccumulator wrongFirst = accumulator();
    wrongFirst.add(3, segmentations(List.of()), found);
    wrongFirst.add(8, object, found);
    assertThat(value(wrongFirst.evaluate(NO_INTERVALS), "AP50", MetricValue.ALL))
        .isCloseTo(0.5, within(1e-15));
  }

  /** Two rare categories, one found and one not, none that is common, one frequent one. */
  @Test
  void averagesOverTheCategoriesOfAFrequency() {
    LabelSet labels =
        new LabelSet(
            "frequencies",
            List.of(
                new Category(1, "okapi", true, 0, null, Frequency.RARE),
                new Category(2, "person", true, 0, null, Frequency.FREQUENT),
                new Category(3, "saiga", true, 0, null, Frequency.RARE),
                new Category(4, "unicorn", true, 0, null, Frequency.COMMON),
                new Category(5, "thing", true, 0, null, null)),
            LabelSet.NO_IGNORE);
    Accumulator accumulator = Accumulators.create(labels, Convention.COCO);
    List<Instance> objects = new ArrayList<>();
    for (int category : new int[] {1, 2, 3, 5}) {
      objects.add(Instance.groundTruth(category, rectangle(0, 0, 4, 4)));
    }
    for (int image = 0; image < 2; image++) {
      accumulator.add(
          image,
          segmentations(objects),
          segmentations(
              List.of(
                  Instance.detection(1, 0.9, rectangle(0, 0, 4, 4)),
                  Instance.detection(2, 0.9, rectangle(0, 0, 4, 4)))));
    }
    Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(10, 1));
    assertThat(value(evaluation, "APr", MetricValue.ALL)).isCloseTo(0.5, within(1e-15));
    assertThat(value(evaluation, "APc", MetricValue.ALL)).isNull();
    assertThat(value(evaluation, "APf", MetricValue.ALL)).isCloseTo(1, within(1e-15));
    assertThat(value(evaluation, "AP", MetricValue.ALL)).isCloseTo(0.5, within(1e-15));
    assertThat(evaluation.value("APr", MetricValue.ALL).orElseThrow().interval()).isNotNull();
  }

  @Test
  void listsNoFrequenciesWhereTheLabelsHaveNone() {
    Evaluation evaluation =
        Accumulators.create(TestScenes.LABELS, Convention.COCO).evaluate(NO_INTERVALS);
    assertThat(evaluation.values())
        .extracting(MetricValue::metric)
        .contains("AP", "APl", "AR1")
        .doesNotContain("APr", "APc", "APf");
  }

  @Test
  void givesIntervalsToThoseThatHaveThemAlone() {
    InstanceAccumulator accumulator = accumulator();
    for (int i = 0; i < 10; i++) {
      accumulator.add(
          i,
          segmentations(List.of(Instance.groundTruth(1, rectangle(0, 0, 4, 4)))),
          segmentations(List.of(Instance.detection(1, 0.9, rectangle(0, 0, i % 4 + 1, 4)))));
    }
    Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(100, 1));
    MetricValue ap = evaluation.value("AP", MetricValue.ALL).orElseThrow();
    assertThat(ap.interval().low()).isLessThan(ap.value());
    assertThat(ap.interval().high()).isGreaterThan(ap.value());
    assertThat(evaluation.value("AR1", MetricValue.ALL).orElseThrow().interval()).isNull();
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    Random random = new Random(9);
    List<NaiveCoco.Scene> scenes = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      scenes.add(TestScenes.random(random));
      order.add(i);
    }
    InstanceAccumulator alone = accumulator();
    order.forEach(i -> add(alone, i, scenes.get(i)));
    List<InstanceAccumulator> several = List.of(accumulator(), accumulator());
    Collections.shuffle(order, random);
    order.forEach(i -> add(several.get(random.nextInt(2)), i, scenes.get(i)));
    several.get(1).merge(several.get(0));
    BootstrapSettings settings = new BootstrapSettings(50, 1);
    assertThat(several.get(1).evaluate(settings)).isEqualTo(alone.evaluate(settings));
    assertThat(value(alone.evaluate(settings), "AP50", MetricValue.ALL)).isBetween(0.05, 0.95);
  }

  private static void add(InstanceAccumulator accumulator, int image, NaiveCoco.Scene scene) {
    accumulator.add(image, segmentations(scene.truths()), segmentations(scene.detections()));
  }

  @Test
  void listsThingsAlone() {
    assertThat(accumulator().evaluate(NO_INTERVALS).values())
        .filteredOn(value -> value.metric().equals("AP"))
        .extracting(MetricValue::category)
        .containsExactly(MetricValue.ALL, "disc", "box");
  }

  @Test
  void namesTheCategoryThatIsUnknownOrStuff() {
    Segmentations none = segmentations(List.of());
    Segmentations unknown =
        segmentations(List.of(Instance.detection(7, 0.9, rectangle(0, 0, 2, 2))));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator().add(3, none, unknown))
        .withMessage("the prediction has an instance of category 7, which labels test lack");
    Segmentations stuff = segmentations(List.of(Instance.groundTruth(3, rectangle(0, 0, 2, 2))));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator().add(3, stuff, none))
        .withMessage(
            "the ground truth has an instance of ground, which is stuff in labels test,"
                + " expected a thing");
  }

  @Test
  void refusesOtherSizesTasksAndKinds() {
    InstanceAccumulator accumulator = accumulator();
    Segmentations larger = Segmentations.of(new InstanceSegmentation(9, 8, List.of()));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator.add(0, segmentations(List.of()), larger))
        .withMessage("the prediction has 9x8 pixels, the ground truth 8x8");
    accumulator.add(0, segmentations(List.of()), segmentations(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(0, segmentations(List.of()), segmentations(List.of())))
        .withMessage("image 0 was added before");
  }

  private static InstanceAccumulator accumulator() {
    return new InstanceAccumulator(
        TestScenes.LABELS,
        Overlap.MASK,
        List.of(
            new InstanceMetric("AP", Overlap.MASK, AveragePrecision.of(AreaRange.ALL), true, true),
            new InstanceMetric("AP50", Overlap.MASK, AveragePrecision.at(0), true, true),
            new InstanceMetric(
                "AR1",
                Overlap.MASK,
                new AverageRecall(new Slice(AreaRange.ALL, 1)),
                false,
                false)));
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
