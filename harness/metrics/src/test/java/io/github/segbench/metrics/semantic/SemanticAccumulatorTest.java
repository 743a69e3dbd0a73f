package io.github.segbench.metrics.semantic;

import static io.github.segbench.metrics.semantic.TestMaps.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SemanticAccumulatorTest {
  static List<Convention> conventions() {
    return Convention.of(SegmentationTask.SEMANTIC);
  }

  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  private static final SemanticMetric GROUP_IOU =
      new SemanticMetric("categoryIoU", null, new IntersectionOverUnion(), Partition.GROUPS, null);
  private static final SemanticMetric MEAN_GROUP_IOU =
      new SemanticMetric(
          "meanCategoryIoU",
          new ClassMean(new IntersectionOverUnion()),
          null,
          Partition.GROUPS,
          null);
  private static final LabelSet GROUPED =
      new LabelSet(
          "test",
          List.of(
              new Category(0, "a", false, 0, "x", null),
              new Category(1, "b", false, 0, "x", null),
              new Category(2, "c", false, 0, "y", null),
              new Category(3, "d", false, 0)),
          TestMaps.VOID);

  /**
   * Two images of classes a, b, c; d occurs nowhere.
   *
   * <pre>
   * truth      aaaabb..   aa      a: TP 3+1, FN 1+1, FP 0    IoU 4/6
   * prediction aaabbbca   ac      b: TP 2,   FN 0,   FP 1    IoU 2/3
   *                               c: TP 0,   FN 0,   FP 1    IoU 0
   * </pre>
   *
   * <p>Valid pixels 6 + 2, right 5 + 1.
   */
  private static Evaluation twoImages(Convention convention) {
    SemanticAccumulator accumulator = accumulator(convention);
    accumulator.add(0, image(row("aaaabb..")), image(row("aaabbbca")));
    accumulator.add(1, image(row("aa")), image(row("ac")));
    return accumulator.evaluate(NO_INTERVALS);
  }

  @ParameterizedTest
  @CsvSource({
    // (2/3 + 2/3 + 0) / 3, d is left out
    "STANDARD, mIoU, 4, 9",
    "VOC2012, mIoU, 4, 9",
    "CITYSCAPES, mIoU, 4, 9",
    // c is not in the ground truth
    "DETECTRON2, mIoU, 2, 3",
    // d counts 0
    "ADE20K_CHALLENGE, mIoU, 1, 3",
    "CAMVID11, mIoU, 1, 3",
    // image 0: (3/4 + 2/3) / 2 = 17/24; image 1: (1/2 + 0) / 2 = 6/24
    "PER_IMAGE, mIoU, 23, 48",
    // (5 + 1) / (6 + 2)
    "STANDARD, pixelAccuracy, 3, 4",
    // (5/6 + 1/2) / 2
    "PER_IMAGE, pixelAccuracy, 2, 3",
    // a 4/6, b 2/2; under every convention over the classes with ground truth
    "STANDARD, meanAccuracy, 5, 6",
    "CAMVID11, meanAccuracy, 5, 6",
    // 6/8 x 2/3 + 2/8 x 2/3
    "STANDARD, fwIoU, 2, 3",
    // a 8/10, b 4/5, c 0
    "STANDARD, meanDice, 8, 15",
    "CAMVID11, meanDice, 2, 5",
    // a 4/4, b 2/3, c 0/1; d undefined
    "STANDARD, precision, 5, 9",
    "CAMVID11, precision, 5, 12",
    // a 4/6, b 2/2; c and d undefined, which counts 0 where every class counts
    "STANDARD, recall, 5, 6",
    "CAMVID11, recall, 5, 12",
    // (6/8 + 1/3) / 2
    "ADE20K_CHALLENGE, ade20kScore, 13, 24",
    // a and b are of group x, c is of y, d is of none. x: truth 8, predicted and right 7; y: 0 / 1
    "STANDARD, meanCategoryIoU, 7, 16",
    "CITYSCAPES, meanCategoryIoU, 7, 16",
    "CAMVID11, meanCategoryIoU, 7, 16",
    "DETECTRON2, meanCategoryIoU, 7, 8",
    // image 0: x 6/6, y is predicted on void alone; image 1: (1/2 + 0) / 2
    "PER_IMAGE, meanCategoryIoU, 5, 8",
  })
  void averagesTheClassesOfTheConvention(
      Convention convention, String metric, int numerator, int denominator) {
    assertThat(twoImages(convention).value(metric, MetricValue.ALL).orElseThrow().value())
        .isCloseTo((double) numerator / denominator, within(1e-15));
  }

  @Test
  void countsAClassThatIsTakenForAnotherOfItsGroupAsRight() {
    Evaluation evaluation = twoImages(Convention.STANDARD);
    assertThat(value(evaluation, "categoryIoU", "x")).isEqualTo(7.0 / 8);
    assertThat(value(evaluation, "categoryIoU", "y")).isZero();
    assertThat(evaluation.values()).filteredOn(v -> v.metric().equals("categoryIoU")).hasSize(2);
  }

  @Test
  void hasNoNumbersOfGroupsWhereThereAreNone() {
    SemanticAccumulator accumulator =
        new SemanticAccumulator(
            TestMaps.labels(0, 1), Convention.STANDARD, List.of(GROUP_IOU, MEAN_GROUP_IOU));
    accumulator.add(0, image(row("ab")), image(row("ab")));
    assertThat(accumulator.evaluate(NO_INTERVALS).values()).isEmpty();
  }

  @Test
  void leavesOutIntervalsOfEachClassAndTheMatrixWhereClassesAreThousands() {
    List<Category> categories =
        IntStream.range(0, 3_000)
            .mapToObj(id -> new Category(id, "class " + id, false, 0))
            .toList();
    SemanticAccumulator accumulator =
        new SemanticAccumulator(
            new LabelSet("many", categories, LabelSet.NO_IGNORE),
            Convention.STANDARD,
            List.of(
                new SemanticMetric(
                    "IoU",
                    new ClassMean(new IntersectionOverUnion()),
                    new IntersectionOverUnion())));
    LabelMap truth = new LabelMap(3, 1, new short[] {0, 2_999, 7});
    LabelMap prediction = new LabelMap(3, 1, new short[] {0, 2_999, 8});
    accumulator.add(0, image(truth), image(prediction));
    accumulator.add(1, image(truth), image(truth));
    Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(20, 1));
    // 0: 2/2, 7: 1/2, 8: 0/1, 2999: 2/2
    assertThat(value(evaluation, "IoU", MetricValue.ALL)).isEqualTo(2.5 / 4);
    assertThat(evaluation.value("IoU", MetricValue.ALL).orElseThrow().interval()).isNotNull();
    assertThat(value(evaluation, "IoU", "class 7")).isEqualTo(0.5);
    assertThat(evaluation.value("IoU", "class 7").orElseThrow().interval()).isNull();
    assertThat(evaluation.confusion()).isEmpty();
  }

  @Test
  void leavesUndefinedNumbersOut() {
    Evaluation evaluation = twoImages(Convention.STANDARD);
    assertThat(value(evaluation, "IoU", "a")).isEqualTo(4.0 / 6);
    assertThat(value(evaluation, "IoU", "c")).isZero();
    assertThat(value(evaluation, "recall", "c")).isNull();
    assertThat(value(evaluation, "precision", "c")).isZero();
    assertThat(value(evaluation, "IoU", "d")).isNull();
    assertThat(value(evaluation, "Dice", "d")).isNull();
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void hasNoNumberWhereAllIsVoid(Convention convention) {
    SemanticAccumulator accumulator = accumulator(convention);
    accumulator.add(0, image(row("...")), image(row("abc")));
    Evaluation evaluation = accumulator.evaluate(BootstrapSettings.DEFAULT);
    assertThat(evaluation.values()).allMatch(v -> v.value() == null && v.interval() == null);
    assertThat(evaluation.imageValues()).allMatch(v -> v.value() == null);
  }

  @Test
  void ranksImagesByTheClassesThatOccurInThem() {
    assertThat(twoImages(Convention.CAMVID11).imageValues())
        .containsExactly(
            new ImageValue(0, "mIoU", (3.0 / 4 + 2.0 / 3) / 2),
            new ImageValue(0, "pixelAccuracy", 5.0 / 6),
            new ImageValue(1, "mIoU", 0.25),
            new ImageValue(1, "pixelAccuracy", 0.5));
  }

  @ParameterizedTest
  @EnumSource(
      value = Convention.class,
      names = {"STANDARD", "PER_IMAGE"})
  void isTheSameToTheLastBitHoweverImagesAreSpread(Convention convention) {
    Random random = new Random(3);
    List<Segmentations> truths = new ArrayList<>();
    List<Segmentations> predictions = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      truths.add(image(TestMaps.random(random, 9, 7, 0, 1, 2, TestMaps.VOID)));
      predictions.add(image(TestMaps.random(random, 9, 7, 0, 1, 2, TestMaps.VOID)));
      order.add(i);
    }
    SemanticAccumulator alone = accumulator(convention);
    order.forEach(i -> alone.add(i, truths.get(i), predictions.get(i)));
    List<SemanticAccumulator> several = List.of(accumulator(convention), accumulator(convention));
    Collections.shuffle(order, random);
    order.forEach(i -> several.get(random.nextInt(2)).add(i, truths.get(i), predictions.get(i)));
    several.get(0).merge(several.get(1));
    BootstrapSettings settings = new BootstrapSettings(50, 1);
    assertThat(several.get(0).evaluate(settings)).isEqualTo(alone.evaluate(settings));
  }

  @Test
  void refusesAnImageThatWasAddedBeforeAndCountsNothingOfIt() {
    SemanticAccumulator accumulator = accumulator(Convention.STANDARD);
    accumulator.add(4, image(row("ab")), image(row("ab")));
    Evaluation before = accumulator.evaluate(NO_INTERVALS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(4, image(row("ab")), image(row("ba"))))
        .withMessage("image 4 was added before");
    SemanticAccumulator other = accumulator(Convention.STANDARD);
    other.add(3, image(row("ab")), image(row("ba")));
    other.add(4, image(row("ab")), image(row("ba")));
    assertThatIllegalArgumentException().isThrownBy(() -> accumulator.merge(other));
    assertThat(accumulator.evaluate(NO_INTERVALS)).isEqualTo(before);
  }

  @Test
  void refusesOtherTasksSizesAndConventions() {
    SemanticAccumulator accumulator = accumulator(Convention.STANDARD);
    Segmentations instances = Segmentations.of(new InstanceSegmentation(2, 1, List.of()));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator.add(0, image(row("ab")), instances))
        .withMessage("the prediction has no semantic segmentation");
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator.add(0, image(row("ab")), image(row("abc"))))
        .withMessage("the prediction has 3x1 pixels, the ground truth 2x1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.merge(accumulator(Convention.CAMVID11)));
    assertThatIllegalArgumentException().isThrownBy(() -> accumulator(Convention.COCO));
  }

  private static SemanticAccumulator accumulator(Convention convention) {
    ClassFormula precision = new Precision();
    ClassFormula recall = new Recall();
    return new SemanticAccumulator(
        GROUPED,
        convention,
        List.of(
            MEAN_GROUP_IOU,
            GROUP_IOU,
            new SemanticMetric("ade20kScore", new Ade20kScore(), null),
            new SemanticMetric("mIoU", new ClassMean(new IntersectionOverUnion()), null),
            new SemanticMetric("meanDice", new ClassMean(new Dice()), null),
            new SemanticMetric("pixelAccuracy", new PixelAccuracy(), null),
            new SemanticMetric("meanAccuracy", new MeanAccuracy(), null),
            new SemanticMetric("fwIoU", new FrequencyWeightedIou(), null),
            new SemanticMetric("IoU", null, new IntersectionOverUnion()),
            new SemanticMetric("Dice", null, new Dice()),
            new SemanticMetric("precision", new ClassMean(precision), precision),
            new SemanticMetric("recall", new ClassMean(recall), recall)));
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }

  private static Segmentations image(LabelMap labels) {
    return Segmentations.of(new SemanticSegmentation(labels));
  }
}
