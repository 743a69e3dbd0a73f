package io.github.segbench.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScorerTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "three",
          List.of(
              new Category(0, "ground", false, 0),
              new Category(1, "disc", true, 0),
              new Category(2, "ring", true, 0)),
          255);

  private final MemorySegmentations truth =
      new MemorySegmentations().with("a", 0, 0, 1, 1).with("b", 0, 1, 1, 255);

  @Test
  void missingPredictionsCountAsVoidAndAreListed() {
    ScoredCandidate scored = score(new MemorySegmentations().with("a", 0, 0, 1, 1)).get(0);
    // All 4 pixels of a are right, none of the 3 valid ones of b: 4 / 7.
    assertThat(value(scored.evaluations().get(0), "pixelAccuracy")).isEqualTo(4.0 / 7);
    assertThat(scored.missing()).containsExactly("b");
    assertThat(ScoreResults.notes(scored))
        .containsExactly("1 image has no prediction and counts as void: b");
  }

  @Test
  void strictRefusesMissingPredictionsAndNamesTheFirst() {
    ScoreJob strict = job(true, 2, List.of(Convention.STANDARD), new MemorySegmentations());
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> new Scorer(strict, () -> {}).score())
        .withMessage("m0, image a: there is no prediction");
  }

  @Test
  void refusesPredictionsWithoutGroundTruth() {
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> score(new MemorySegmentations().with("x", 0).with("a", 0).with("y", 1)))
        .withMessage(
            "m0: a prediction for image x and 1 more, of which there is no ground truth in truth");
  }

  @Test
  void namesThePredictionsAndTheImageOfAnotherSize() {
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> score(new MemorySegmentations().with("a", 0, 0, 1)))
        .withMessage("m0, image a: the prediction has 3x1 pixels, the ground truth 4x1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void firstDamagedImageIsNamedWhateverTheThreads(int threads) {
    MemorySegmentations many = new MemorySegmentations();
    MemorySegmentations damaged = new MemorySegmentations();
    for (int i = 0; i < 50; i++) {
      many.with("img" + i, 0, 1);
      if (i == 17 || i == 16 || i == 40) {
        damaged.withDamaged("img" + i);
      } else {
        damaged.with("img" + i, 0, 1);
      }
    }
    ScoreJob job =
        new ScoreJob(
            new GroundTruth("truth", "truth", "", null, null, LABELS, many),
            List.of(new Candidate("m", "m", damaged)),
            List.of(Convention.STANDARD),
            Set.of(Metric.MEAN_IOU),
            SliceChoice.NONE,
            false,
            threads,
            new BootstrapSettings(0, 0));
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(() -> new Scorer(job, () -> {}).score())
        .withMessage("m, image img16: img16.png: damaged");
  }

  @Test
  void everyConventionHasAColumnOfItsOwn() {
    MemorySegmentations predictions =
        new MemorySegmentations().with("a", 0, 0, 2, 1).with("b", 0, 1, 1, 0);
    List<Convention> conventions =
        List.of(Convention.STANDARD, Convention.DETECTRON2, Convention.CAMVID11);
    ScoreJob job = job(false, 1, conventions, predictions);
    List<Evaluation> evaluations = new Scorer(job, () -> {}).score().get(0).evaluations();
    // ground 3/3, disc 3/4, ring 0/1: over all that occur, over those in the truth, over all three.
    assertThat(evaluations).extracting(Evaluation::convention).isEqualTo(conventions);
    assertThat(value(evaluations.get(0), "mIoU")).isEqualTo((1 + 0.75) / 3);
    assertThat(value(evaluations.get(1), "mIoU")).isEqualTo((1 + 0.75) / 2);
    assertThat(value(evaluations.get(2), "mIoU")).isEqualTo((1 + 0.75) / 3);
    assertThat(evaluations.get(0).confusion()).isPresent();
    assertThat(evaluations.get(1).confusion()).isEmpty();
  }

  @Test
  void samePredictionsDoNotDiffer() {
    MemorySegmentations predictions =
        new MemorySegmentations().with("a", 0, 0, 2, 1).with("b", 0, 1, 1, 0);
    ScoreJob job = job(false, 2, List.of(Convention.STANDARD), predictions, predictions);
    List<ScoredCandidate> scored = new Scorer(job, () -> {}).score();
    List<Difference> differences = Difference.of(scored, job.conventions(), job.bootstrap());
    assertThat(differences).singleElement().extracting(Difference::second).isEqualTo("m1");
    assertThat(differences.get(0).differences())
        .filteredOn(difference -> difference.difference() != null)
        .isNotEmpty()
        .allSatisfy(
            difference -> {
              assertThat(difference.difference()).isZero();
              assertThat(difference.interval()).isEqualTo(new Interval(0, 0));
              assertThat(difference.isSignificant()).isFalse();
            });
  }

  @Test
  void differencesAreSecondMinusFirst() {
    MemorySegmentations wrong =
        new MemorySegmentations().with("a", 2, 2, 2, 2).with("b", 2, 2, 2, 2);
    ScoreJob job = job(false, 2, List.of(Convention.STANDARD), wrong, truth);
    List<ScoredCandidate> scored = new Scorer(job, () -> {}).score();
    PairedDifference accuracy =
        Difference.of(scored, job.conventions(), job.bootstrap()).get(0).differences().stream()
            .filter(difference -> difference.quantity().metric().equals("pixelAccuracy"))
            .findFirst()
            .orElseThrow();
    assertThat(accuracy.difference()).isEqualTo(1);
    assertThat(accuracy.isSignificant()).isTrue();
  }

  @Test
  void everyImageIsReportedAsDone() {
    AtomicInteger done = new AtomicInteger();
    new Scorer(job(false, 3, List.of(Convention.STANDARD), truth), done::incrementAndGet).score();
    assertThat(done).hasValue(2);
  }

  @Test
  void twoPredictionsOfOneNameAreRefused() {
    Candidate twice = new Candidate("m", "m", truth);
    assertThatExceptionOfType(ScoreException.class)
        .isThrownBy(
            () ->
                new ScoreJob(
                    new GroundTruth("t", "t", "", null, null, LABELS, truth),
                    List.of(twice, twice),
                    List.of(Convention.STANDARD),
                    Set.of(),
                    SliceChoice.NONE,
                    false,
                    1,
                    BootstrapSettings.DEFAULT))
        .withMessageContaining("two predictions are named 'm'");
  }

  private List<ScoredCandidate> score(MemorySegmentations predictions) {
    return new Scorer(job(false, 2, List.of(Convention.STANDARD), predictions), () -> {}).score();
  }

  private ScoreJob job(
      boolean strict, int threads, List<Convention> conventions, MemorySegmentations... models) {
    List<Candidate> candidates = new ArrayList<>();
    for (MemorySegmentations model : models) {
      String name = "m" + candidates.size();
      candidates.add(new Candidate(name, name, model));
    }
    return new ScoreJob(
        new GroundTruth("truth", "truth", "", null, null, LABELS, truth),
        candidates,
        conventions,
        Set.copyOf(Metric.defaults(SegmentationTask.SEMANTIC)),
        SliceChoice.NONE,
        strict,
        threads,
        new BootstrapSettings(200, 1));
  }

  private static Double value(Evaluation evaluation, String metric) {
    return evaluation.value(metric, "all").orElseThrow().value();
  }
}
