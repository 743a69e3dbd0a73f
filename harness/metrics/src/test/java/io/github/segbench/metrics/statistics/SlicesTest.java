package io.github.segbench.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SlicesTest {
  private static final BootstrapSettings SETTINGS = new BootstrapSettings(40, 3);
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  @ParameterizedTest
  @EnumSource(Convention.class)
  void isTheSameToTheLastBitAsAnEvaluationOfTheTaggedImagesAlone(Convention convention) {
    Random random = new Random(5);
    LabelSet labels = TestImages.labels();
    Accumulator all = TestImages.accumulator(labels, convention);
    Map<String, Accumulator> alone = new HashMap<>();
    Map<Integer, Map<String, String>> tags = new HashMap<>();
    for (int image = 0; image < 40; image++) {
      Segmentations truth = TestImages.random(random);
      Segmentations prediction = random.nextBoolean() ? truth : TestImages.random(random);
      all.add(3 * image, truth, prediction);
      String weather = random.nextBoolean() ? "night" : "day";
      if (random.nextInt(4) > 0) {
        tags.put(3 * image, Map.of("weather", weather));
        alone
            .computeIfAbsent(
                "weather=" + weather, slice -> TestImages.accumulator(labels, convention))
            .add(3 * image, truth, prediction);
      }
    }
    List<SliceValues> slices = new Slices(all, SETTINGS).byTag(tags);
    assertThat(slices)
        .extracting(SliceValues::slice)
        .containsExactly("weather=day", "weather=night");
    for (SliceValues slice : slices) {
      Resamplable numbers = alone.get(slice.slice()).numbers();
      assertThat(ofCounts(slice.values()))
          .isEqualTo(ofCounts(MetricValues.of(numbers, numbers, SETTINGS)));
      assertThat(slice.values()).anyMatch(value -> value.interval() != null);
    }
  }

  /** Without iIoU, whose mean instance sizes are those of the whole data set. */
  private static List<MetricValue> ofCounts(List<MetricValue> values) {
    return values.stream()
        .filter(value -> !value.metric().contains("IIoU"))
        .filter(value -> !value.metric().equals("iIoU"))
        .toList();
  }

  @Test
  void sortsSlicesByTagAndValueAndLeavesImagesWithoutTheTagOut() {
    Accumulator all = TestImages.accumulator(TestImages.labels(), Convention.STANDARD);
    // Image 0: a void pixel for a, an a for c. Image 1: right. Image 2: all wrong.
    all.add(0, TestImages.row("aacc"), TestImages.row("a.ca"));
    all.add(1, TestImages.row("aacc"), TestImages.row("aacc"));
    all.add(2, TestImages.row("aacc"), TestImages.row("bbbb"));
    List<SliceValues> slices =
        new Slices(all, NO_INTERVALS)
            .byTag(
                Map.of(
                    2, Map.of("weather", "fog"),
                    0, Map.of("weather", "sun", "city", "ulm"),
                    1, Map.of("weather", "sun")));
    assertThat(slices)
        .extracting(SliceValues::slice)
        .containsExactly("city=ulm", "weather=fog", "weather=sun");
    // Image 0: a has TP 1, FP 1, FN 1, so 1/3; c has TP 1, FN 1, so 1/2.
    assertThat(value(slices.get(0), "mIoU", "all")).isEqualTo((1 / 3.0 + 1 / 2.0) / 2);
    assertThat(value(slices.get(1), "mIoU", "all")).isZero();
    // Images 0 and 1: a has TP 3 of 5, c 3 of 4.
    assertThat(value(slices.get(2), "mIoU", "all")).isEqualTo((3 / 5.0 + 3 / 4.0) / 2);
    assertThat(slices.get(2).values().get(0).images()).isEqualTo(2);
  }

  @Test
  void refusesTagsOfImagesThatWereNotScored() {
    Accumulator all = TestImages.accumulator(TestImages.labels(), Convention.STANDARD);
    all.add(4, TestImages.row("ab"), TestImages.row("ab"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slices(all, NO_INTERVALS).byTag(Map.of(5, Map.of("weather", "fog"))))
        .withMessage("image 5 was not scored");
  }

  @Test
  void averagesTheChosenClassesAlone() {
    Accumulator standard = twoImages(Convention.STANDARD);
    SliceValues slice = chosen(standard, Set.of("a", "b"));
    // a: TP 3, FP 1, FN 1; b: only predicted, 1 pixel; c, which is right, does not count.
    assertThat(value(slice, "mIoU", "all")).isEqualTo(3 / 5.0 / 2);
    assertThat(value(slice, "IoU", "a")).isEqualTo(3 / 5.0);
    assertThat(value(slice, "meanAccuracy", "all")).isEqualTo(3 / 4.0);
    assertThat(slice.values())
        .extracting(MetricValue::metric)
        .contains("precision")
        .doesNotContain("pixelAccuracy", "fwIoU");
    assertThat(slice.values()).extracting(MetricValue::category).doesNotContain("c", "d");
    // Always over the chosen ones where the convention divides by all: d counts 0.
    Accumulator challenge = twoImages(Convention.ADE20K_CHALLENGE);
    assertThat(value(chosen(challenge, Set.of("a", "d")), "mIoU", "all")).isEqualTo(3 / 5.0 / 2);
    // Of each image: 1/3 and 1.
    Accumulator perImage = twoImages(Convention.PER_IMAGE);
    assertThat(value(chosen(perImage, Set.of("a")), "mIoU", "all")).isEqualTo((1 / 3.0 + 1) / 2);
  }

  /**
   * Image 0: a is right, b is taken for c. Image 1: a is right. All pixels are boundary, as a row
   * is one pixel high; the band of one pixel around borders is the two in the middle of image 0,
   * one a and one b, and an a in image 1.
   */
  @ParameterizedTest
  @CsvSource({
    // a 1, b 0; c, only predicted, would make it 1/3.
    "meanBoundaryIoU, all, 0.5",
    "boundaryIoU, b, 0",
    "trimapIoU@1, all, 0.5",
    "trimapIoU@1, a, 1",
    // Of the images: (1 + 0) / 2 and 1; with c it would be (1/3 + 1) / 2.
    "meanBfScore, all, 0.75",
    "bfScore, b, 0",
    "recallSmall, all, 0.5",
    "recallSmall, b, 0"
  })
  void averagesMetricsOnRequestOverTheChosenClasses(String metric, String category, double value) {
    Accumulator accumulator = TestImages.accumulator(TestImages.labels(), Convention.STANDARD);
    accumulator.add(0, TestImages.row("aabb"), TestImages.row("aacc"));
    accumulator.add(1, TestImages.row("aa.."), TestImages.row("aa.."));
    SliceValues slice = chosen(accumulator, Set.of("a", "b"));
    assertThat(value(slice, metric, category)).isEqualTo(value);
    assertThat(slice.values())
        .filteredOn(found -> found.metric().equals(metric))
        .extracting(MetricValue::category)
        .doesNotContain("c", "d");
  }

  @Test
  void everyMetricOfClassesHasNumbersOfChosenOnes() {
    SliceValues slice = chosen(randomImages(Convention.STANDARD), Set.of("a", "b"));
    assertThat(slice.values())
        .extracting(MetricValue::metric)
        .contains(
            "mIoU",
            "IoU",
            "meanBoundaryIoU",
            "boundaryIoU",
            "meanBfScore",
            "bfScore",
            "trimapIoU@20",
            "recallSmall",
            "recallMedium",
            "recallLarge");
  }

  /** Image 0: a has TP 1, FP 1, FN 1, b FP 1. Image 1 is right. */
  private static Accumulator twoImages(Convention convention) {
    Accumulator accumulator = TestImages.accumulator(TestImages.labels(), convention);
    accumulator.add(0, TestImages.row("aac."), TestImages.row("aba."));
    accumulator.add(1, TestImages.row("aacc"), TestImages.row("aacc"));
    return accumulator;
  }

  @ParameterizedTest
  @EnumSource(Convention.class)
  void isTheSameForAllCategoriesAsWithoutAChoice(Convention convention) {
    Accumulator all = randomImages(convention);
    Resamplable numbers = all.numbers();
    List<MetricValue> expected = new ArrayList<>(MetricValues.of(numbers, numbers, SETTINGS));
    SliceValues slice = new Slices(all, SETTINGS).byCategory("all", category -> true).orElseThrow();
    assertThat(slice.values()).isNotEmpty();
    assertThat(expected).containsAll(slice.values());
  }

  @ParameterizedTest
  @EnumSource(
      value = Convention.class,
      names = {"COCO", "COCO_PANOPTIC"})
  void averagesTheNumbersOfTheChosenCategories(Convention convention) {
    Accumulator all = randomImages(convention);
    String metric = convention == Convention.COCO ? "AP" : "PQ";
    SliceValues slice = chosen(all, Set.of("a", "b", "c"));
    SliceValues single = chosen(all, Set.of("b"));
    double b = value(slice, metric, "b");
    assertThat(value(single, metric, "all")).isEqualTo(b);
    assertThat(single.values()).extracting(MetricValue::category).doesNotContain("a", "c");
    double sum = value(slice, metric, "a") + b;
    double mean = convention == Convention.COCO ? sum / 2 : (sum + value(slice, metric, "c")) / 3;
    assertThat(value(slice, metric, "all")).isCloseTo(mean, within(1e-12));
    assertThat(new Slices(all, SETTINGS).byCategory("none", category -> false)).isEmpty();
  }

  @Test
  void hasNoInstanceNumbersOfStuff() {
    Accumulator all = randomImages(Convention.COCO);
    assertThat(new Slices(all, SETTINGS).byCategory("stuff", c -> !c.isThing())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Convention.class,
      names = {"STANDARD", "COCO", "COCO_PANOPTIC"})
  void countsImagesOfTheTruthForFrequencies(Convention convention) {
    LabelSet labels = TestImages.labels();
    Accumulator accumulator = TestImages.accumulator(labels, convention);
    // a is in 12 of the images, b in 3, d is only predicted, but no instance metric knows it.
    for (int image = 0; image < 12; image++) {
      accumulator.add(
          image, TestImages.row(image < 3 ? "ab" : "a."), TestImages.row(image == 0 ? "bd" : "ab"));
    }
    assertThat(labels.categories())
        .filteredOn(Category::isThing)
        .extracting(category -> accumulator.annotatedImages().orElseThrow().of(category))
        .containsExactly(12, 3);
    List<SliceValues> slices = new Slices(accumulator, NO_INTERVALS).byFrequency();
    assertThat(slices)
        .extracting(SliceValues::slice)
        .containsExactly("frequency=rare", "frequency=common");
    assertThat(slices.get(0).values()).extracting(MetricValue::category).contains("b");
    assertThat(slices.get(0).values()).extracting(MetricValue::category).doesNotContain("a", "d");
    assertThat(slices.get(1).values()).extracting(MetricValue::category).contains("a");
  }

  @Test
  void takesFrequenciesFromTheLabelsWhereTheyAreGiven() {
    LabelSet labels =
        new LabelSet(
            "test",
            List.of(
                new Category(1, "a", true, 0, null, Frequency.FREQUENT),
                new Category(2, "b", true, 0)),
            0);
    Accumulator accumulator = TestImages.accumulator(labels, Convention.STANDARD);
    accumulator.add(0, TestImages.row("ab"), TestImages.row("ab"));
    List<SliceValues> slices = new Slices(accumulator, NO_INTERVALS).byFrequency();
    assertThat(slices).extracting(SliceValues::slice).containsExactly("frequency=frequent");
    assertThat(slices.get(0).values()).extracting(MetricValue::category).doesNotContain("b");
  }

  private static Accumulator randomImages(Convention convention) {
    Random random = new Random(8);
    Accumulator accumulator = TestImages.accumulator(TestImages.labels(), convention);
    for (int image = 0; image < 30; image++) {
      Segmentations truth = TestImages.random(random);
      accumulator.add(image, truth, random.nextBoolean() ? truth : TestImages.random(random));
    }
    return accumulator;
  }

  private static SliceValues chosen(Accumulator accumulator, Set<String> names) {
    return new Slices(accumulator, NO_INTERVALS)
        .byCategory("chosen", category -> names.contains(category.name()))
        .orElseThrow();
  }

  private static Double value(SliceValues slice, String metric, String category) {
    return slice.values().stream()
        .filter(v -> v.metric().equals(metric) && v.category().equals(category))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
