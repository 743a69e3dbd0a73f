package io.github.segbench.metrics.instance;

import static io.github.segbench.metrics.instance.CityscapesScenes.rectangle;
import static io.github.segbench.metrics.instance.CityscapesScenes.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.instance.NaiveCityscapes.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CityscapesAccumulatorTest {
  private static final int TRIALS = 4_000;
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  /** A road without void. */
  private static final int[] ROAD = ids(0);

  /**
   * Cars of 100 and 120 pixels; found to the pixel with scores 0.9 and 0.7, between them, with 0.8,
   * a wrong detection. Points (recall, precision): the added (0, 1), then (1/2, 1), (1/2, 1/2), (1,
   * 2/3). Half the distances in recall between the neighbours of each are 1/4, 1/4, 1/4, 1/4: AP =
   * (1 + 1 + 1/2 + 2/3) / 4 = 19/24.
   */
  @Test
  void integratesTheCurveByHand() {
    Evaluation evaluation =
        evaluate(
            new Scene(
                List.of(
                    region(26, false, rectangle(0, 0, 10, 10)),
                    region(26, false, rectangle(12, 0, 12, 10))),
                ROAD,
                List.of(
                    Instance.detection(26, 0.7, rectangle(12, 0, 12, 10)),
                    Instance.detection(26, 0.9, rectangle(0, 0, 10, 10)),
                    Instance.detection(26, 0.8, rectangle(0, 11, 20, 5)))));
    assertThat(value(evaluation, "AP", MetricValue.ALL)).isCloseTo(19.0 / 24, within(1e-15));
    assertThat(value(evaluation, "AP50", "car")).isCloseTo(19.0 / 24, within(1e-15));
    assertThat(value(evaluation, "AP", "person")).isNull();
    // 2 x 2 / (2 x 2 + 1)
    assertThat(evaluation.imageValues()).containsExactly(new ImageValue(0, "F1@50", 0.8));
  }

  /**
   * One car, found by two detections: the one with the lower score is wrong. Points (0, 1), (1, 1),
   * (1, 1/2) with weights 1/2, 1/2, 0: AP = 1. With the better one second in the list as well.
   */
  @Test
  void countsTheWorseOfTwoDetectionsAsWrong() {
    Instance car = region(26, false, rectangle(0, 0, 10, 10));
    Instance better = Instance.detection(26, 0.9, rectangle(0, 0, 10, 9));
    Instance worse = Instance.detection(26, 0.4, rectangle(0, 0, 10, 10));
    for (List<Instance> found : List.of(List.of(better, worse), List.of(worse, better))) {
      Evaluation evaluation = evaluate(new Scene(List.of(car), ROAD, found));
      // Overlap 90/100 is above eight thresholds. At the other two the better one is wrong: points
      // (0, 1), (0, 0), (1, 1/2) with weights 0, 1/2, 1/2.
      assertThat(value(evaluation, "AP50", "car")).isEqualTo(1);
      assertThat(value(evaluation, "AP", "car")).isCloseTo((8 * 1 + 2 * 0.25) / 10, within(1e-15));
    }
  }

  /**
   * A car that is found, with score 0.5, and a detection of 100 pixels with 0.9, of which 60 are
   * void: forgiven at the thresholds 0.50 and 0.55 (AP 1), wrong at the others: points (0, 1), (0,
   * 0), (1, 1/2) with weights 0, 1/2, 1/2, AP 1/4.
   */
  @Test
  void forgivesAShareOfVoidAboveTheThreshold() {
    Instance car = region(26, false, rectangle(0, 0, 10, 10));
    List<Instance> found =
        List.of(
            Instance.detection(26, 0.5, car.mask()),
            Instance.detection(26, 0.9, rectangle(14, 0, 10, 10)));
    Evaluation evaluation = evaluate(new Scene(List.of(car), ids(18), found));
    assertThat(value(evaluation, "AP50", "car")).isEqualTo(1);
    assertThat(value(evaluation, "AP", "car")).isCloseTo((2 + 8 * 0.25) / 10, within(1e-15));
    // The same pixels as a caravan with an id of its own are no void.
    Instance caravan = region(CityscapesScenes.CARAVAN, false, rectangle(18, 0, 6, 16));
    assertThat(value(evaluate(new Scene(List.of(car, caravan), ids(18), found)), "AP50", "car"))
        .isEqualTo(0.25);
    Instance caravans = region(CityscapesScenes.CARAVAN, true, rectangle(18, 0, 6, 16));
    assertThat(value(evaluate(new Scene(List.of(car, caravans), ids(18), found)), "AP50", "car"))
        .isEqualTo(1);
  }

  /** 99 pixels are no object, nor is a group; who finds them is forgiven, who misses them too. */
  @Test
  void leavesSmallObjectsAndGroupsOut() {
    Instance car = region(26, false, rectangle(0, 0, 10, 10));
    Instance small = region(26, false, rectangle(11, 0, 9, 11));
    Instance group = region(26, true, rectangle(0, 12, 24, 4));
    Instance found = Instance.detection(26, 0.5, car.mask());
    for (List<Instance> detections :
        List.of(
            List.of(found),
            List.of(
                found,
                Instance.detection(26, 0.9, small.mask()),
                Instance.detection(26, 0.9, group.mask()),
                Instance.detection(26, 0.9, rectangle(3, 12, 2, 4))))) {
      Evaluation evaluation = evaluate(new Scene(List.of(car, small, group), ROAD, detections));
      assertThat(value(evaluation, "AP", "car")).isEqualTo(1);
    }
  }

  /** The reference ends with an index error here. */
  @Test
  void isZeroWhereAllDetectionsAreForgivenAndNothingIsFound() {
    Instance car = region(26, false, rectangle(0, 0, 10, 10));
    Instance inVoid = Instance.detection(26, 0.9, rectangle(18, 0, 6, 16));
    Evaluation evaluation = evaluate(new Scene(List.of(car), ids(18), List.of(inVoid)));
    assertThat(value(evaluation, "AP", "car")).isZero();
    assertThat(value(evaluate(new Scene(List.of(car), ROAD, List.of())), "AP", "car")).isZero();
  }

  @Test
  void agreesWithTheNaiveTwin() {
    Random random = new Random(31);
    int between = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Scene> scenes = scenes(random, 1 + random.nextInt(4));
      int[] multiplicities = random.ints(scenes.size(), 0, 3).toArray();
      List<Scene> resampled = new ArrayList<>();
      for (int i = 0; i < multiplicities.length; i++) {
        resampled.addAll(Collections.nCopies(multiplicities[i], scenes.get(i)));
      }
      int thing = random.nextInt(2);
      int threshold = random.nextInt(10);
      // Only the mean over thresholds has a name; a sum of two means gives a single threshold.
      List<CityscapesMetric> metrics = new ArrayList<>();
      metrics.add(new CityscapesMetric("to", threshold));
      metrics.add(new CityscapesMetric("before", Math.max(0, threshold - 1)));
      double[] values = accumulate(scenes, metrics).numbers().compute(multiplicities);
      double actual =
          threshold == 0
              ? values[2 + thing]
              : values[2 + thing] * (threshold + 1) - values[4 + thing] * threshold;
      double expected =
          NaiveCityscapes.averagePrecision(
              resampled,
              CityscapesScenes.LABELS,
              thing == 0 ? 24 : 26,
              CityscapesCurve.threshold(threshold));
      if (Double.isNaN(expected)) {
        assertThat(actual).isNaN();
      } else {
        between += expected > 0.01 && expected < 0.99 ? 1 : 0;
        assertThat(actual).isCloseTo(expected, within(1e-12));
      }
    }
    assertThat(between).isGreaterThan(TRIALS / 20);
  }

  /** The step of NumPy's arange is 0.55 - 0.5, a little more than 0.05. */
  @Test
  void hasTheThresholdsOfTheReferenceToTheLastBit() {
    assertThat(CityscapesCurve.threshold(0)).isEqualTo(0.5);
    assertThat(CityscapesCurve.threshold(1)).isEqualTo(0.55);
    assertThat(CityscapesCurve.threshold(4)).isEqualTo(0.7000000000000002);
    assertThat(CityscapesCurve.threshold(9)).isEqualTo(0.9500000000000004);
  }

  @Test
  void countsAnImageSeveralTimesAsIfItWereSeveralImagesToTheLastBit() {
    Random random = new Random(32);
    List<CityscapesMetric> metrics = metrics();
    for (int trial = 0; trial < 300; trial++) {
      List<Scene> scenes = scenes(random, 5);
      int[] multiplicities = random.ints(scenes.size(), 0, 4).toArray();
      List<Scene> resampled = new ArrayList<>();
      for (int i = 0; i < multiplicities.length; i++) {
        resampled.addAll(Collections.nCopies(multiplicities[i], scenes.get(i)));
      }
      int[] once = new int[resampled.size()];
      Arrays.fill(once, 1);
      assertThat(accumulate(scenes, metrics).numbers().compute(multiplicities))
          .isEqualTo(accumulate(resampled, metrics).numbers().compute(once));
    }
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    Random random = new Random(33);
    List<Scene> scenes = scenes(random, 60);
    CityscapesAccumulator alone = accumulate(scenes, metrics());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<CityscapesAccumulator> two =
        List.of(accumulate(List.of(), metrics()), accumulate(List.of(), metrics()));
    for (int i : order) {
      two.get(random.nextInt(2))
          .add(
              i, CityscapesScenes.truth(scenes.get(i)), CityscapesScenes.prediction(scenes.get(i)));
    }
    two.get(0).merge(two.get(1));
    BootstrapSettings settings = new BootstrapSettings(50, 1);
    Evaluation evaluation = alone.evaluate(settings);
    assertThat(two.get(0).evaluate(settings)).isEqualTo(evaluation);
    MetricValue ap = evaluation.value("AP", MetricValue.ALL).orElseThrow();
    assertThat(ap.interval().low()).isLessThan(ap.value());
    assertThat(ap.interval().high()).isGreaterThan(ap.value());
  }

  @Test
  void groundTruthAgainstItselfScoresOne() {
    Random random = new Random(34);
    List<Scene> same = new ArrayList<>();
    for (Scene scene : scenes(random, 40)) {
      same.add(new Scene(scene.truths(), scene.ids(), scene.truths()));
    }
    Evaluation evaluation = accumulate(same, metrics()).evaluate(NO_INTERVALS);
    assertThat(evaluation.values()).allMatch(v -> v.value() == 1);
  }

  @Test
  void namesWhatTheGroundTruthLacks() {
    Segmentations instances =
        Segmentations.of(
            new InstanceSegmentation(CityscapesScenes.WIDTH, CityscapesScenes.HEIGHT, List.of()));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulate(List.of(), metrics()).add(0, instances, instances))
        .withMessage("the ground truth has no semantic segmentation, which says where void is");
    Scene stuff =
        new Scene(List.of(), ROAD, List.of(Instance.detection(7, 0.9, rectangle(0, 0, 2, 2))));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> evaluate(stuff))
        .withMessage(
            "the prediction has an instance of road, which is stuff in labels street,"
                + " expected a thing");
  }

  /** Road, and void in the last columns. */
  private static int[] ids(int firstVoid) {
    int[] ids = new int[CityscapesScenes.WIDTH * CityscapesScenes.HEIGHT];
    for (int i = 0; i < ids.length; i++) {
      boolean isVoid = firstVoid > 0 && i % CityscapesScenes.WIDTH >= firstVoid;
      ids[i] = isVoid ? CityscapesScenes.VOID : 7;
    }
    return ids;
  }

  private static List<Scene> scenes(Random random, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenes.add(CityscapesScenes.random(random));
    }
    return scenes;
  }

  private static List<CityscapesMetric> metrics() {
    return List.of(CityscapesMetric.over("AP"), CityscapesMetric.at50("AP50"));
  }

  private static CityscapesAccumulator accumulate(
      List<Scene> scenes, List<CityscapesMetric> metrics) {
    CityscapesAccumulator accumulator = new CityscapesAccumulator(CityscapesScenes.LABELS, metrics);
    for (int i = 0; i < scenes.size(); i++) {
      accumulator.add(
          i, CityscapesScenes.truth(scenes.get(i)), CityscapesScenes.prediction(scenes.get(i)));
    }
    return accumulator;
  }

  private static Evaluation evaluate(Scene scene) {
    return accumulate(List.of(scene), metrics()).evaluate(NO_INTERVALS);
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
