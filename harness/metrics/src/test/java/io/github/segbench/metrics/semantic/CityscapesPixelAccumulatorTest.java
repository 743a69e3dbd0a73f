package io.github.segbench.metrics.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CompositeAccumulator;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both kinds of metrics from one count are those of one count each. */
final class CityscapesPixelAccumulatorTest {
  private static final BootstrapSettings SETTINGS = new BootstrapSettings(20, 1);
  private static final int RANDOM_IMAGES = 10_000;

  /** 29, a caravan, is not scored. */
  private static final LabelSet CITY =
      new LabelSet(
          "city",
          List.of(
              new Category(7, "road", false, 0, "flat", null),
              new Category(26, "car", true, 0, "vehicle", null),
              new Category(31, "train", true, 0, "vehicle", null)),
          0);

  private static final List<SemanticMetric> METRICS =
      List.of(
          new SemanticMetric("mIoU", new ClassMean(new IntersectionOverUnion()), null),
          new SemanticMetric("IoU", null, new IntersectionOverUnion()),
          new SemanticMetric(
              "categoryIoU", null, new IntersectionOverUnion(), Partition.GROUPS, null));

  private static final List<InstanceWeightedMetric> WEIGHTED =
      List.of(
          new InstanceWeightedMetric("iIoU", Partition.CLASSES, false),
          new InstanceWeightedMetric("categoryIIoU", Partition.GROUPS, false));

  @Test
  void takesACaravanForVoidInClassesAndForAVehicleInWeightedGroups() {
    Accumulator accumulator = accumulator();
    accumulator.add(0, truth(26001, 26001, 26001, 7, 29001), prediction(26, 29, 29, 29, 26));
    Evaluation evaluation = accumulator.evaluate(SETTINGS);
    // Car: TP 1, FN 2; what is predicted on the caravan is on void.
    assertThat(value(evaluation, "IoU", "car")).isEqualTo(1 / 3.0);
    assertThat(value(evaluation, "IoU", "road")).isZero();
    assertThat(value(evaluation, "categoryIoU", "vehicle")).isEqualTo(1 / 3.0);
    assertThat(value(evaluation, "iIoU", "car")).isCloseTo(1 / 3.0, within(1e-15));
    // All of the car is a vehicle; so is the caravan on the road, a false positive.
    double car = 12794.0202738185;
    assertThat(value(evaluation, "categoryIIoU", "vehicle"))
        .isCloseTo(car / (car + 1), within(1e-15));
    long[][] counts = evaluation.confusion().orElseThrow().counts();
    // Columns: road, car, train, void.
    assertThat(counts[0]).containsExactly(0, 0, 0, 1);
    assertThat(counts[1]).containsExactly(0, 1, 0, 2);
  }

  @Test
  void isTheSameToTheLastBitAsTwoCounts() {
    Random random = new Random(3);
    Accumulator accumulator = accumulator();
    Accumulator merged = accumulator();
    Accumulator apart =
        new CompositeAccumulator(
            List.of(
                new SemanticAccumulator(CITY, Convention.CITYSCAPES, METRICS),
                new InstanceWeightedAccumulator(CITY, WEIGHTED)));
    for (int image = 0; image < RANDOM_IMAGES; image++) {
      int[] instances = new int[12];
      int[] predicted = new int[instances.length];
      int[] ids = {0, 7, 7, 26, 26001, 26002, 31001, 29001, 12};
      int[] labels = {0, 7, 26, 26, 31, 29, 30, 12};
      for (int i = 0; i < instances.length; i++) {
        boolean same = i > 0 && random.nextInt(3) > 0;
        instances[i] = same ? instances[i - 1] : ids[random.nextInt(ids.length)];
        predicted[i] = same ? predicted[i - 1] : labels[random.nextInt(labels.length)];
      }
      Segmentations truth = truth(instances);
      Segmentations prediction = prediction(predicted);
      apart.add(image, truth, prediction);
      (image % 3 == 0 ? merged : accumulator).add(image, truth, prediction);
    }
    accumulator.merge(merged);
    assertThat(accumulator.evaluate(SETTINGS)).isEqualTo(apart.evaluate(SETTINGS));
    Resamplable numbers = accumulator.numbers();
    Resamplable expected = apart.numbers();
    int[] once = new int[RANDOM_IMAGES];
    for (int i = 0; i < once.length; i += 7) {
      once[i] = 1;
      assertThat(numbers.compute(once)).isEqualTo(expected.compute(once));
      once[i] = 0;
    }
    assertThat(accumulator.numbers(Category::isThing)).isPresent();
    assertThat(accumulator.annotatedImages()).isPresent();
  }

  @Test
  void refusesAnImageTwiceAndCountsNothingOfOneThatDoesNotFit() {
    Accumulator accumulator = accumulator();
    accumulator.add(0, truth(7, 26001), prediction(7, 26));
    assertThatThrownBy(() -> accumulator.add(1, truth(7, 26001), prediction(7, 7, 7)))
        .isInstanceOf(MetricException.class);
    assertThat(accumulator.numbers().images()).containsExactly(0);
    accumulator.add(1, truth(7, 26001), prediction(7, 26));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(1, truth(7), prediction(7)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> accumulator.merge(new SemanticAccumulator(CITY, Convention.CITYSCAPES, METRICS)));
  }

  private static Accumulator accumulator() {
    return new CityscapesPixelAccumulator(CITY, METRICS, WEIGHTED);
  }

  /** One row of Cityscapes' instance ids; label ids follow from them. */
  private static Segmentations truth(int... instances) {
    int[] labels = new int[instances.length];
    int[] ends = new int[instances.length];
    int[] segmentOfRun = new int[instances.length];
    List<Segment> segments =
        List.of(
            new Segment(7, 7, false),
            new Segment(26, 26, true),
            new Segment(26001, 26, false),
            new Segment(26002, 26, false),
            new Segment(29001, 29, false),
            new Segment(31001, 31, false));
    for (int i = 0; i < instances.length; i++) {
      int id = instances[i];
      labels[i] = id < 1000 ? id : id / 1000;
      ends[i] = i + 1;
      segmentOfRun[i] = segments.stream().map(Segment::id).toList().indexOf(id);
    }
    return Segmentations.of(
        semantic(labels),
        PanopticSegmentation.ofRuns(instances.length, 1, ends, segmentOfRun, segments));
  }

  private static Segmentations prediction(int... labels) {
    return Segmentations.of(semantic(labels));
  }

  private static SemanticSegmentation semantic(int... labels) {
    short[] ids = new short[labels.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) labels[i];
    }
    return new SemanticSegmentation(new LabelMap(ids.length, 1, ids));
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
