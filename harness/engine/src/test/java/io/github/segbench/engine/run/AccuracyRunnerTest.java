package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccuracyRunnerTest {
  @TempDir private Path folder;
  private FakeRun run = new FakeRun(FakeReader.ofImages(40));

  @AfterEach
  void nothingStaysOpen() throws InterruptedException {
    assertThat(run.family.openInputs).hasValue(0);
    assertThat(run.backend.openOutputs).hasValue(0);
    assertThat(run.backend.openSessions).hasValue(0);
    // The pool has ended when its threads are about to: joining returns at once if none is stuck.
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("accuracy-")) {
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void numbersDoNotDependOnTheThreads(int threads) {
    Evaluation evaluation = scoreTogether(threads).get(0);

    // Image i has min(i, 8) of its 8 pixels wrong. The shares that are right sum to
    // (8 + 7 + ... + 1) / 8 = 36 / 8 = 4.5 over images 0..7 and to 0 over the others; 4.5 / 40 =
    // 0.1125.
    assertThat(evaluation.value("pixelAccuracy", MetricValue.ALL))
        .hasValueSatisfying(value -> assertThat(value.value()).isEqualTo(0.1125));
    // Image 3 has 5 of 8 pixels right.
    assertThat(evaluation.imageValues())
        .filteredOn(value -> value.metric().equals("pixelAccuracy"))
        .hasSize(40)
        .element(3)
        .isEqualTo(new ImageValue(3, "pixelAccuracy", 0.625));
  }

  @Test
  void evaluationsAreEqualToTheLastBitWhateverTheThreads() {
    List<Evaluation> few = scoreTogether(1);

    assertThat(scoreTogether(2)).isEqualTo(few);
    assertThat(scoreTogether(7)).isEqualTo(few);
    assertThat(few.get(0).values()).anyMatch(value -> value.interval() != null);
  }

  /** The first image stays in the network until the other threads wait for it or join it there. */
  @Test
  @Timeout(60)
  void networkRunsOneImageAtATimeAndMemoryHoldsOneImageAThread() {
    AtomicBoolean first = new AtomicBoolean(true);
    Runnable passage =
        () -> {
          boolean waits = first.getAndSet(false);
          while (waits && waitingThreads() < 3 && run.backend.mostInNetwork.get() == 1) {
            Thread.onSpinWait();
          }
        };
    run = new FakeRun(FakeReader.ofImages(40), new FakeBackend(true, passage));

    score(FakeRun.accuracy(3));

    assertThat(run.backend.mostInNetwork).hasValue(1);
    assertThat(run.family.mostOpenInputs).hasValue(4);
  }

  private static long waitingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("accuracy-"))
        .filter(thread -> thread.getState() == Thread.State.WAITING)
        .count();
  }

  @Test
  void idsAreThoseOfTheSplitInItsOrder() {
    AccuracyResult result = score(FakeRun.accuracy(2)).result();

    assertThat(result.imageIds()).hasSize(40).startsWith("img0", "img1").endsWith("img39");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void firstImageThatFailsIsNamedWhateverTheThreads(int threads) {
    run = new FakeRun(FakeReader.withCorrupt(40, 30, 12, 13, 11));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> score(FakeRun.accuracy(threads)))
        .withMessage("image img11: img11.png: corrupt image")
        .satisfies(e -> assertThat(e.phase()).isEqualTo(TrialPhase.ACCURACY));
  }

  @Test
  void defectInAStageNamesTheImage() {
    run =
        new FakeRun(
            new FakeReader(
                3,
                Set.of(),
                false,
                () -> {
                  throw new IllegalStateException("a defect");
                }));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> score(FakeRun.accuracy(1)))
        .withMessage("image img0: IllegalStateException: a defect");
  }

  @Test
  void interruptionStopsTheImagesAndIsKept() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    run =
        new FakeRun(
            new FakeReader(
                1000,
                Set.of(),
                false,
                () -> {
                  started.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException();
                  }
                }));
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              try {
                started.await();
              } catch (InterruptedException e) {
                return;
              }
              caller.interrupt();
            });
    user.start();

    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> runner(FakeRun.accuracy(2)).run(trial, done::incrementAndGet));
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).hasValue(0);
    user.join();
  }

  @Test
  void everyImageIsReportedOnce() {
    AtomicInteger done = new AtomicInteger();
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      runner(FakeRun.accuracy(2)).run(trial, done::incrementAndGet);
    }

    assertThat(done).hasValue(40);
  }

  @Test
  void onlyRequestedMetricsAreReportedAndUnfitOnesNoted() {
    AccuracyOutcome outcome = score(FakeRun.accuracy(1, "pixelAccuracy", "PQ"));

    assertThat(outcome.result().evaluations().get(0).values())
        .extracting(MetricValue::metric)
        .containsExactly("pixelAccuracy");
    assertThat(outcome.notes()).hasSize(1);
    assertThat(outcome.notes().get(0)).startsWith("PQ is left out").contains("semantic");
  }

  @Test
  void metricThatTheConventionDoesNotHaveIsNoted() {
    AccuracyOutcome outcome = score(FakeRun.accuracy(1, "mIoU", "ade20kScore"));

    assertThat(outcome.notes())
        .containsExactly("ade20kScore is left out: convention standard does not have it");
  }

  @Test
  void categoriesThatTheModelLacksAreNotScored() {
    run = new FakeRun(FakeReader.ofImages(10));
    AccuracyOutcome outcome;
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.partialTrial(folder))) {
      outcome = runner(FakeRun.accuracy(2)).run(trial, () -> {});
    }

    // Even pixels are predicted to be even, odd ones become void. In image i the first i pixels are
    // the other way round. Pixels that are even in truth: even ones from i on, which are right (4,
    // 3, 3, 2, 2, 1, 1, 0, 0, 0: 16 in all), and odd ones before i, which are missed (0, 0, 1, 1,
    // 2,
    // 2, 3, 3, 4, 4: 20).
    Evaluation evaluation = outcome.result().evaluations().get(0);
    for (String metric : List.of("mIoU", "pixelAccuracy")) {
      assertThat(evaluation.value(metric, MetricValue.ALL).orElseThrow().value())
          .as(metric)
          .isEqualTo(16 / 36.0);
    }
    assertThat(evaluation.values()).extracting(MetricValue::category).doesNotContain("odd");
  }

  @Test
  void trialWithoutARequestedMetricIsSkippedBeforeAnyImage() {
    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> score(FakeRun.accuracy(1, "PQ", "SQ")))
        .withMessageStartingWith("none of the metrics PQ, SQ is of semantic segmentation");
    assertThat(run.reader.loadingThreads).isEmpty();
  }

  @Test
  void outputsOfTheFirstImagesAreKeptInTheirOrderWhateverTheThreads() {
    OutputDigests one = score(FakeRun.accuracy(1)).outputs();

    assertThat(one.byImage().keySet()).containsExactly("img0", "img1");
    assertThat(one.byImage().get("img0").keySet()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(score(FakeRun.accuracy(4)).outputs()).isEqualTo(one);
  }

  @Test
  void outputsAreThoseOfTheModelNotThoseInTheCategoriesOfTheDataSet() {
    run = new FakeRun(FakeReader.ofImages(10));
    OutputDigests own = score(FakeRun.accuracy(1)).outputs();
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.partialTrial(folder))) {
      assertThat(runner(FakeRun.accuracy(1)).run(trial, () -> {}).outputs()).isEqualTo(own);
    }
  }

  /** No thread goes on before each has an image, so that all of them have something to merge. */
  private List<Evaluation> scoreTogether(int threads) {
    CountDownLatch all = new CountDownLatch(threads + 1);
    Runnable meet =
        () -> {
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
          }
        };
    run = new FakeRun(new FakeReader(40, Set.of(), false, meet));
    List<Evaluation> evaluations = score(FakeRun.accuracy(threads)).result().evaluations();
    assertThat(run.reader.loadingThreads).hasSize(threads + 1);
    return evaluations;
  }

  private AccuracyOutcome score(AccuracyConfig config) {
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      return runner(config).run(trial, () -> {});
    }
  }

  private static AccuracyRunner runner(AccuracyConfig config) {
    return new AccuracyRunner(config, Gallery.NONE, PredictionStore.NONE, 2);
  }
}
