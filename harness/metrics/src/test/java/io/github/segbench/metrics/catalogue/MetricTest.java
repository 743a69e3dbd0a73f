package io.github.segbench.metrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.semantic.TestMaps;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MetricTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "test",
          List.of(
              new Category(1, "disc", true, 0, "object", Frequency.COMMON),
              new Category(2, "ground", false, 0, "surface", null)),
          0);

  @Test
  void namesAreUniqueAndFindTheirMetric() {
    Set<String> names =
        Arrays.stream(Metric.values()).map(Metric::standardName).collect(Collectors.toSet());
    assertThat(names).hasSize(Metric.values().length);
    assertThat(Arrays.stream(Metric.values()))
        .allMatch(m -> Metric.named(m.standardName()).orElseThrow() == m);
    assertThat(Metric.named("miou")).isEmpty();
  }

  @Test
  void noCategoryCanBeTakenForAMean() {
    assertThat(LabelSet.RESERVED_NAMES)
        .containsExactlyInAnyOrder(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF);
  }

  @ParameterizedTest
  @EnumSource(SegmentationTask.class)
  void everyMetricOfATaskIsComputedAndNoOther(SegmentationTask task) {
    Evaluation evaluation = perfect(task);
    assertThat(evaluation.values().stream().map(MetricValue::metric).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Metric.of(task).stream()
                .filter(m -> m.under(evaluation.convention()))
                .map(Metric::standardName)
                .toList());
  }

  @Test
  void everySemanticMetricIsComputedOnRequestAndIsOneForAPerfectPrediction() {
    Set<String> names = new HashSet<>();
    for (Convention convention : Convention.of(SegmentationTask.SEMANTIC)) {
      Accumulator accumulator =
          Accumulators.create(LABELS, convention, Metric.of(SegmentationTask.SEMANTIC));
      accumulator.add(0, SCENE, SCENE);
      accumulator.add(1, SCENE, SCENE);
      Evaluation evaluation = accumulator.evaluate(new BootstrapSettings(10, 1));
      assertThat(evaluation.values())
          .filteredOn(v -> v.value() != null)
          .hasSizeGreaterThan(20)
          .allSatisfy(v -> assertThat(v.value()).isCloseTo(1, Offset.offset(1e-12)))
          .allMatch(v -> v.interval() != null);
      evaluation.values().forEach(v -> names.add(v.metric()));
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Metric.of(SegmentationTask.SEMANTIC).stream().map(Metric::standardName).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Convention.class,
      names = {"CITYSCAPES", "ADE20K_CHALLENGE", "PER_IMAGE"})
  void semanticMetricsAreTheSameToTheLastBitHoweverImagesAreSpread(Convention convention) {
    List<Metric> all = Metric.of(SegmentationTask.SEMANTIC);
    Accumulator alone = Accumulators.create(LABELS, convention, all);
    List<Accumulator> several =
        List.of(
            Accumulators.create(LABELS, convention, all),
            Accumulators.create(LABELS, convention, all));
    for (int image : new int[] {7, 2, 0, 5, 1, 6, 4, 3}) {
      several.get(image % 2).add(image, random(image), random(image + 100));
    }
    for (int image = 0; image < 8; image++) {
      alone.add(image, random(image), random(image + 100));
    }
    several.get(0).merge(several.get(1));
    BootstrapSettings settings = new BootstrapSettings(30, 1);
    assertThat(several.get(0).evaluate(settings)).isEqualTo(alone.evaluate(settings));
  }

  @Test
  void aMetricOfOneConventionIsNotMadeUnderAnother() {
    List<Metric> asked = List.of(Metric.ADE20K_SCORE, Metric.IIOU, Metric.MEAN_IOU);
    Accumulator accumulator = Accumulators.create(LABELS, Convention.STANDARD, asked);
    accumulator.add(0, SCENE, SCENE);
    assertThat(accumulator.evaluate(new BootstrapSettings(0, 1)).values())
        .extracting(MetricValue::metric)
        .containsExactly("mIoU");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Accumulators.create(LABELS, Convention.STANDARD, List.of(Metric.ADE20K_SCORE)));
  }

  @ParameterizedTest
  @EnumSource(SegmentationTask.class)
  void aPerfectPredictionScoresOne(SegmentationTask task) {
    Evaluation evaluation = perfect(task);
    // AR1 finds one object of the two in an image; large objects there are none.
    Set<String> others = Set.of("AR1", "boxAR1", "boundaryAR1");
    assertThat(evaluation.values())
        .filteredOn(v -> !others.contains(v.metric()) && v.value() != null)
        .hasSizeGreaterThan(5)
        .allSatisfy(v -> assertThat(v.value()).isCloseTo(1, Offset.offset(1e-12)));
    assertThat(evaluation.imageValues()).isNotEmpty().allMatch(v -> v.value() == 1);
  }

  @Test
  void eachConventionHasItsOwnDefinitionOfAnInstanceMetric() {
    assertThat(Metric.AP.definition(Convention.COCO).orElseThrow().name()).isEqualTo("AP");
    assertThat(Metric.AP.definition(Convention.CITYSCAPES_INSTANCES).orElseThrow().name())
        .isEqualTo("AP");
    assertThat(Metric.AP75.definition(Convention.CITYSCAPES_INSTANCES)).isEmpty();
    Evaluation evaluation =
        Accumulators.create(LABELS, Convention.CITYSCAPES_INSTANCES)
            .evaluate(new BootstrapSettings(0, 0));
    assertThat(evaluation.convention()).isEqualTo(Convention.CITYSCAPES_INSTANCES);
    assertThat(evaluation.values())
        .extracting(MetricValue::metric)
        .containsExactly("AP", "AP50", "AP", "AP50");
  }

  @Test
  void retainsTheChosenMetricsAndAllThatShowsErrors() {
    Evaluation all = perfect(SegmentationTask.SEMANTIC);
    Evaluation chosen = all.retain(Set.of("IoU", "AP"));
    assertThat(chosen.values()).extracting(MetricValue::metric).containsOnly("IoU");
    assertThat(chosen.values()).hasSize(2);
    assertThat(chosen.imageValues()).isEqualTo(all.imageValues());
    assertThat(chosen.confusion()).isEqualTo(all.confusion());
  }

  @Test
  void standsInTheOrderOfReports() {
    assertThat(Metric.of(SegmentationTask.SEMANTIC))
        .startsWith(Metric.MEAN_IOU, Metric.MEAN_DICE, Metric.PIXEL_ACCURACY);
    assertThat(perfect(SegmentationTask.SEMANTIC).values().get(0).metric()).isEqualTo("mIoU");
    assertThat(perfect(SegmentationTask.INSTANCE).values().get(0).metric()).isEqualTo("AP");
    assertThat(perfect(SegmentationTask.PANOPTIC).values().get(0).metric()).isEqualTo("PQ");
  }

  /** Discs and ground at random, each one segment. */
  private static Segmentations random(int seed) {
    LabelMap labels = TestMaps.random(new Random(seed), 150, 20, 0, 1, 2);
    int[] ids = new int[150 * 20];
    Arrays.setAll(ids, i -> labels.labels()[i]);
    return Segmentations.of(
        new SemanticSegmentation(labels),
        new PanopticSegmentation(
            150, 20, ids, List.of(new Segment(1, 1, false), new Segment(2, 2, false))));
  }

  /** Two discs of one pixel each over ground. */
  private static final Segmentations SCENE = scene();

  private static Segmentations scene() {
    Mask left = Mask.ofBitmap(3, 1, new boolean[] {true, false, false});
    Mask right = Mask.ofBitmap(3, 1, new boolean[] {false, false, true});
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(3, 1, new short[] {1, 2, 1})),
        new InstanceSegmentation(
            3, 1, List.of(Instance.groundTruth(1, left), Instance.groundTruth(1, right))),
        new PanopticSegmentation(
            3,
            1,
            new int[] {10, 20, 30},
            List.of(
                new Segment(10, 1, false), new Segment(20, 2, false), new Segment(30, 1, false))));
  }

  /** The scene found to the pixel, on two images. */
  private static Evaluation perfect(SegmentationTask task) {
    Accumulator accumulator =
        Accumulators.create(LABELS, Convention.of(task).get(0), Metric.of(task));
    accumulator.add(0, SCENE, SCENE);
    accumulator.add(1, SCENE, SCENE);
    return accumulator.evaluate(new BootstrapSettings(10, 1));
  }
}
