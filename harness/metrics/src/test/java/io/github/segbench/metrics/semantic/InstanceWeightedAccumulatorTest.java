package io.github.segbench.metrics.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InstanceWeightedAccumulatorTest {
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);
  private static final int RANDOM_IMAGES = 10_000;

  /** Ids as in Cityscapes; 29 and 30, caravan and trailer, are not scored. */
  private static final LabelSet CITY =
      new LabelSet(
          "city",
          List.of(
              new Category(7, "road", false, 0, "flat", null),
              new Category(24, "person", true, 0, "human", null),
              new Category(26, "car", true, 0, "vehicle", null),
              new Category(27, "truck", true, 0, "vehicle", null)),
          0);

  private static final double CAR = 12794.0202738185;
  private static final double TRUCK = 27855.1264367816;

  /**
   * Two cars of 4 and 2 pixels, a truck of 2, a group of cars that weighs nothing, and road.
   *
   * <pre>
   * instances   26001 26001 26001 26001 26002 26002 27001 27001  26  7    7
   * prediction  car   car   car   truck 29    car   car   truck  car car  person
   * </pre>
   *
   * <p>Found of the cars 3/4 + 1/2, as vehicles 4/4 + 2/2, as a caravan is one; of the truck 1/2
   * and 2/2. False positives: car 1 of the truck + 1 of the road, truck 1 of a car, person 1 of the
   * road; vehicle 1 of the road.
   */
  private static Segmentations[] example() {
    int[] instances = {26001, 26001, 26001, 26001, 26002, 26002, 27001, 27001, 26, 7, 7};
    short[] prediction = {26, 26, 26, 27, 29, 26, 26, 27, 26, 26, 24};
    return new Segmentations[] {
      image(instances), Segmentations.of(new SemanticSegmentation(map(prediction)))
    };
  }

  @Test
  void weighsInstancesByTheOfficialAverageSizes() {
    Evaluation evaluation = evaluate(CITY, example());
    double car = CAR * 1.25 / (CAR * 2 + 2);
    double truck = TRUCK * 0.5 / (TRUCK + 1);
    assertThat(value(evaluation, "iIoU", "car")).isCloseTo(car, within(1e-15));
    assertThat(value(evaluation, "iIoU", "truck")).isCloseTo(truck, within(1e-15));
    assertThat(value(evaluation, "iIoU", "person")).isZero();
    assertThat(evaluation.value("iIoU", "road")).isEmpty();
    assertThat(value(evaluation, "meanIIoU", MetricValue.ALL))
        .isCloseTo((car + truck) / 3, within(1e-15));
    double vehicle = (CAR * 2 + TRUCK) / (CAR * 2 + TRUCK + 1);
    assertThat(value(evaluation, "categoryIIoU", "vehicle")).isCloseTo(vehicle, within(1e-15));
    assertThat(value(evaluation, "categoryIIoU", "human")).isZero();
    assertThat(evaluation.value("categoryIIoU", "flat")).isEmpty();
    assertThat(value(evaluation, "meanCategoryIIoU", MetricValue.ALL))
        .isCloseTo(vehicle / 2, within(1e-15));
  }

  @Test
  void weighsInstancesOfOtherLabelsByTheMeanSizeInTheGroundTruth() {
    LabelSet labels =
        new LabelSet(
            "other",
            List.of(
                new Category(1, "ground", false, 0), new Category(2, "disc", true, 0, "o", null)),
            0);
    int[] instances = {2001, 2001, 2001, 2002, 1};
    Segmentations prediction =
        Segmentations.of(
            new SemanticSegmentation(map((short) 2, (short) 2, (short) 1, (short) 1, (short) 2)));
    Evaluation evaluation = evaluate(labels, image(instances), prediction);
    // Mean size (3 + 1) / 2 = 2; found 2/3 + 0; FP 1: 2 x 2/3 / (2 x 2 + 1).
    assertThat(value(evaluation, "iIoU", "disc")).isCloseTo(4.0 / 15, within(1e-15));
    assertThat(value(evaluation, "categoryIIoU", "o")).isCloseTo(4.0 / 15, within(1e-15));
  }

  @Test
  void hasNoNumberIfAnImageHasNoInstances() {
    Segmentations[] pair = example();
    InstanceWeightedAccumulator accumulator = accumulator(CITY);
    accumulator.add(0, pair[0], pair[1]);
    accumulator.add(1, pair[1], pair[1]);
    assertThat(accumulator.evaluate(BootstrapSettings.DEFAULT).values())
        .hasSize(1 + 1 + 3 + 2)
        .allMatch(v -> v.value() == null && v.interval() == null);
  }

  @Test
  void doesNotScoreInstancesThatTheOfficialEvaluationIgnores() {
    int[] instances = {29001, 29001, 26001};
    Segmentations prediction =
        Segmentations.of(new SemanticSegmentation(map((short) 26, (short) 7, (short) 26)));
    Evaluation evaluation = evaluate(CITY, image(instances), prediction);
    assertThat(value(evaluation, "categoryIIoU", "vehicle")).isEqualTo(1);
    assertThat(value(evaluation, "iIoU", "car")).isEqualTo(1);
    assertThat(value(evaluation, "iIoU", "truck")).isNull();
  }

  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(8);
    InstanceWeightedAccumulator accumulator = accumulator(CITY);
    double[][] expected = new double[RANDOM_IMAGES][];
    for (int i = 0; i < RANDOM_IMAGES; i++) {
      Segmentations truth = randomTruth(random);
      Segmentations prediction = randomPrediction(random);
      accumulator.add(i, truth, prediction);
      expected[i] =
          new double[] {
            NaiveInstanceWeights.ofClass(truth, prediction, CITY, 24),
            NaiveInstanceWeights.ofClass(truth, prediction, CITY, 26),
            NaiveInstanceWeights.ofClass(truth, prediction, CITY, 27),
            NaiveInstanceWeights.ofVehicles(truth, prediction, CITY)
          };
    }
    Resamplable numbers = accumulator.numbers();
    List<Quantity> quantities = numbers.quantities();
    int[] chosen = {
      quantities.indexOf(new Quantity("iIoU", "person")),
      quantities.indexOf(new Quantity("iIoU", "car")),
      quantities.indexOf(new Quantity("iIoU", "truck")),
      quantities.indexOf(new Quantity("categoryIIoU", "vehicle"))
    };
    int[] alone = new int[RANDOM_IMAGES];
    for (int i = 0; i < RANDOM_IMAGES; i++) {
      alone[i] = 1;
      double[] values = numbers.compute(alone);
      alone[i] = 0;
      for (int q = 0; q < chosen.length; q++) {
        assertThat(isSame(values[chosen[q]], expected[i][q])).isTrue();
      }
    }
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    Random random = new Random(9);
    List<Segmentations> truths = new ArrayList<>();
    List<Segmentations> predictions = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      truths.add(randomTruth(random));
      predictions.add(randomPrediction(random));
      order.add(i);
    }
    InstanceWeightedAccumulator alone = accumulator(CITY);
    order.forEach(i -> alone.add(i, truths.get(i), predictions.get(i)));
    List<InstanceWeightedAccumulator> several = List.of(accumulator(CITY), accumulator(CITY));
    Collections.shuffle(order, random);
    order.forEach(i -> several.get(random.nextInt(2)).add(i, truths.get(i), predictions.get(i)));
    several.get(0).merge(several.get(1));
    BootstrapSettings settings = new BootstrapSettings(50, 1);
    assertThat(several.get(0).evaluate(settings)).isEqualTo(alone.evaluate(settings));
    assertThatIllegalArgumentException().isThrownBy(() -> alone.merge(several.get(0)));
  }

  private static boolean isSame(double value, double expected) {
    return Double.isNaN(expected) ? Double.isNaN(value) : Math.abs(value - expected) < 1e-12;
  }

  private static Segmentations randomTruth(Random random) {
    int[] ids = {0, 7, 26, 24001, 24002, 26001, 26002, 26003, 27001, 29001};
    int[] instances = new int[40];
    int id = 0;
    for (int i = 0; i < instances.length; i++) {
      id = random.nextInt(3) == 0 ? ids[random.nextInt(ids.length)] : id;
      instances[i] = id;
    }
    return image(instances);
  }

  private static Segmentations randomPrediction(Random random) {
    return Segmentations.of(
        new SemanticSegmentation(TestMaps.random(random, 40, 1, 0, 7, 24, 26, 27, 29, 30, 33)));
  }

  /** One row of Cityscapes instance ids; label ids follow from them. */
  private static Segmentations image(int... instances) {
    short[] labels = new short[instances.length];
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int id = instances[i];
      int category = id < 1000 ? id : id / 1000;
      labels[i] = (short) category;
      if (id > 0 && segments.stream().noneMatch(s -> s.id() == id)) {
        segments.add(new Segment(id, category, id >= 24 && id < 1000));
      }
    }
    return Segmentations.of(
        new SemanticSegmentation(map(labels)),
        new PanopticSegmentation(instances.length, 1, instances, segments));
  }

  private static LabelMap map(short... labels) {
    return new LabelMap(labels.length, 1, labels);
  }

  private static Evaluation evaluate(LabelSet labels, Segmentations... pair) {
    InstanceWeightedAccumulator accumulator = accumulator(labels);
    accumulator.add(0, pair[0], pair[1]);
    return accumulator.evaluate(NO_INTERVALS);
  }

  private static InstanceWeightedAccumulator accumulator(LabelSet labels) {
    return new InstanceWeightedAccumulator(
        labels,
        List.of(
            new InstanceWeightedMetric("meanIIoU", Partition.CLASSES, true),
            new InstanceWeightedMetric("iIoU", Partition.CLASSES, false),
            new InstanceWeightedMetric("meanCategoryIIoU", Partition.GROUPS, true),
            new InstanceWeightedMetric("categoryIIoU", Partition.GROUPS, false)));
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
