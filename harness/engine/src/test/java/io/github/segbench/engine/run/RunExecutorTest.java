package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.ParityConfig;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.engine.result.RunReader;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunExecutorTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Environment ENVIRONMENT =
      new Environment("0", "", "cpu", 1, 1, "os", "jvm", 0.5);
  private static final LatencyDistribution TIMING =
      new LatencyDistribution(
          LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 1, 1, 5.0, null, null, 1, List.of());

  @TempDir private Path temporary;
  private RunFolder folder;
  private FakeRun run = new FakeRun(FakeReader.ofImages(10));
  private final RecordingProgress progress = new RecordingProgress();
  private static final LatencyOutcome TIMED =
      new LatencyOutcome(LatencyResult.of(List.of(TIMING)), List.of());

  private LatencyMeter meter = (trial, config, jmh, scored) -> TIMED;

  @BeforeEach
  void makeFolder() {
    folder = RunFolder.create(temporary.resolve("results"), "fake-run", NOW);
  }

  @Test
  void everyTrialHasAResultAndTheStoredResultIsTheReturnedOne() {
    RunResult result = execute(plan(good("a"), mismatched("b"), corrupt("c"), good("d")));

    assertThat(result.trials())
        .extracting(trial -> trial.identity().id(), Object::getClass)
        .containsExactly(
            tuple("a_fakes", TrialResult.Completed.class),
            tuple("b_fakes", TrialResult.Skipped.class),
            tuple("c_fakes", TrialResult.Failed.class),
            tuple("d_fakes", TrialResult.Completed.class));
    assertThat(RunReader.read(folder.path())).isEqualTo(result);
    assertThat(result.started()).isEqualTo(NOW);
    assertThat(result.labelSets()).containsOnlyKeys("parity");
    assertThat(folder.configFile()).content().startsWith("name: fake-run\n");
  }

  @Test
  void imageThatFailsStopsItsTrialAlone() {
    run = new FakeRun(FakeReader.withCorrupt(10, 4));

    RunResult result = execute(plan(good("a")));

    TrialResult.Failed failed = (TrialResult.Failed) result.trials().get(0);
    assertThat(failed.phase()).isEqualTo(TrialPhase.ACCURACY);
    assertThat(failed.message()).isEqualTo("image img4: img4.png: corrupt image");
    assertThat(failed.accuracy()).isEmpty();
    assertThat(run.backend.openSessions).hasValue(0);
  }

  @Test
  void timingThatFailsKeepsTheAccuracy() {
    meter =
        (trial, config, jmh, scored) -> {
          throw new LatencyException("a fork died", null);
        };

    RunResult result = execute(plan(good("a")));

    TrialResult.Failed failed = (TrialResult.Failed) result.trials().get(0);
    assertThat(failed.phase()).isEqualTo(TrialPhase.LATENCY);
    assertThat(failed.message()).isEqualTo("a fork died");
    assertThat(failed.accuracy()).isPresent();
  }

  @Test
  void timingFindsTheResolvedConfigAndNoOpenSession() {
    List<Object> seen = new ArrayList<>();
    meter =
        (trial, config, jmh, scored) -> {
          seen.addAll(List.of(trial.id(), config, Files.exists(config), jmh));
          seen.add(Files.isDirectory(jmh.getParent()));
          seen.add(run.backend.openSessions.get());
          return TIMED;
        };

    RunResult result = execute(plan(good("a")));

    Path jmh = folder.path().resolve("jmh/a_fakes.json");
    assertThat(seen).containsExactly("a_fakes", folder.configFile(), true, jmh, true, 0);
    assertThat(result.trials().get(0).latency()).isEqualTo(TIMED.result());
  }

  @Test
  void timingIsToldWhatWasScored() {
    List<OutputDigests> told = new ArrayList<>();
    meter =
        (trial, config, jmh, scored) -> {
          told.add(scored);
          return TIMED;
        };

    execute(plan(good("a")));
    AccuracyConfig off =
        new AccuracyConfig(false, List.of(), Convention.STANDARD, 1, new BootstrapSettings(50, 1));
    folder = RunFolder.create(temporary.resolve("other"), "fake-run", NOW);
    execute(FakeRun.plan(off, FakeRun.latency(true, 1), good("a")));

    // latency.images of these plans is 1.
    assertThat(told.get(0).byImage().keySet()).containsExactly("img0");
    assertThat(told.get(1)).isEqualTo(OutputDigests.NONE);
  }

  @Test
  void batchThatDoesNotFitIsNoted() {
    RunResult result =
        execute(FakeRun.plan(FakeRun.accuracy(1), FakeRun.latency(true, 1, 4, 8), good("a")));

    assertThat(((TrialResult.Completed) result.trials().get(0)).notes())
        .containsExactly("batch 4, 8 is not measured: the network takes at most 1 image at a time");
  }

  @Test
  void phaseThatIsSwitchedOffIsNotRun() {
    meter =
        (trial, config, jmh, scored) -> {
          throw new AssertionError("not asked for");
        };
    AccuracyConfig off =
        new AccuracyConfig(false, List.of(), Convention.STANDARD, 1, new BootstrapSettings(0, 1));

    RunResult result = execute(FakeRun.plan(off, FakeRun.latency(false), good("a")));

    assertThat(result.trials().get(0)).isInstanceOf(TrialResult.Completed.class);
    assertThat(result.trials().get(0).accuracy()).isEmpty();
    assertThat(run.reader.loadingThreads).isEmpty();
    assertThat(run.backend.openSessions).hasValue(0);
  }

  @Test
  void requiredBackendThatIsNotThereIsNamedWithItsCause() {
    run = new FakeRun(FakeReader.ofImages(10), new FakeBackend(false));
    Trial trial = good("a");
    Trial required = new Trial(trial.id(), trial.model(), trial.dataset(), FakeRun.backend(true));

    assertThatExceptionOfType(BackendUnavailableException.class)
        .isThrownBy(() -> executor().requireBackends(plan(required)))
        .withMessage("backend fake on cpu in fp32 is required but not there: no driver");
  }

  /** A device may work, but not with the options of this run. */
  @Test
  void requiredBackendIsAskedWithTheOptionsOfTheRun() {
    Trial trial = good("a");
    BackendConfig required = FakeRun.backend(true);

    executor()
        .requireBackends(plan(new Trial(trial.id(), trial.model(), trial.dataset(), required)));

    assertThat(run.backend.asked).containsExactly(required.options());
    assertThat(run.backend.asked.get(0)).isSameAs(required.options());
  }

  @Test
  void optionalBackendThatIsNotThereSkipsItsTrials() {
    run = new FakeRun(FakeReader.ofImages(10), new FakeBackend(false));

    RunResult result = execute(plan(good("a")));

    assertThat(((TrialResult.Skipped) result.trials().get(0)).reason()).isEqualTo("no driver");
  }

  @Test
  void brokenOffRunKeepsTheTrialsThatAreDone() {
    meter =
        (trial, config, jmh, scored) -> {
          if (trial.id().equals("b_fakes")) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
          }
          return TIMED;
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> execute(plan(good("a"), good("b"), good("c"))));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(RunReader.read(folder.path()).trials())
        .extracting(trial -> trial.identity().id())
        .containsExactly("a_fakes");
  }

  @Test
  void trialThatFailsForAnInterruptionIsNotStoredAsFailed() {
    meter =
        (trial, config, jmh, scored) -> {
          Thread.currentThread().interrupt();
          throw new LatencyException("the fork was ended by the same signal", null);
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> execute(plan(good("a"))));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(RunReader.read(folder.path()).trials()).isEmpty();
  }

  @Test
  void progressIsToldOfEveryStep() {
    execute(plan(good("a"), mismatched("b")));

    assertThat(progress.events)
        .containsExactly(
            "run of 2",
            "trial a_fakes",
            "phase accuracy of 10",
            "phase ended",
            "phase latency of 0",
            "phase ended",
            "ended a_fakes",
            "trial b_fakes",
            "ended b_fakes",
            "run ended");
    assertThat(progress.images).hasValue(10);
  }

  @Test
  void galleryFilesAreThereAndSharedBetweenTrials() {
    RunResult result = execute(plan(good("a"), good("d")));

    for (TrialResult trial : result.trials()) {
      for (var image : trial.accuracy().orElseThrow().gallery()) {
        assertThat(folder.path().resolve(image.imageFile())).isRegularFile();
        assertThat(folder.path().resolve(image.truthFile())).isRegularFile();
        assertThat(folder.path().resolve(image.predictionFile())).isRegularFile();
      }
    }
    assertThat(folder.path().resolve("gallery").toFile().list())
        .containsExactlyInAnyOrder("fakes-test-abababab", "a_fakes", "d_fakes");
  }

  @Test
  void readsADatasetOnceForItsFingerprintHoweverManyModelsThereAre() {
    RunResult result = execute(plan(good("a"), good("b")));

    assertThat(result.trials())
        .extracting(trial -> trial.identity().datasetFingerprint())
        .containsExactly("ab".repeat(32), "ab".repeat(32));
    assertThat(run.reader.fingerprints).hasValue(1);
  }

  @Test
  void groundTruthOfAModelThatLacksCategoriesIsShownWithoutThem() throws IOException {
    RunResult result = execute(plan(FakeRun.partialTrial(temporary), good("a")));

    List<Set<Integer>> categories = new ArrayList<>();
    List<Set<Integer>> segments = new ArrayList<>();
    for (TrialResult trial : result.trials()) {
      var image = trial.accuracy().orElseThrow().gallery().get(0);
      byte[] png = Files.readAllBytes(folder.path().resolve(image.truthFile()));
      categories.add(Set.copyOf(image.truthCategories().values()));
      RgbImage map = ImageCodec.decode(png, image.truthFile());
      segments.add(
          IntStream.range(0, map.width() * map.height())
              .mapToObj(i -> map.channel(i % map.width(), i / map.width(), 0))
              .collect(Collectors.toSet()));
    }
    assertThat(categories).containsExactly(Set.of(0), Set.of(0, 1));
    // Segment 1 is even, 2 odd, 0 void.
    assertThat(segments).containsExactly(Set.of(0, 1), Set.of(1, 2));
  }

  @Test
  void resultSaysWhichCategoriesAreLeftOut() {
    RunResult result = execute(plan(FakeRun.partialTrial(temporary), good("a")));

    assertThat(((TrialResult.Completed) result.trials().get(0)).notes())
        .containsExactly(
            "1 of the data set's 2 categories left out as void, not predicted by model half: odd;"
                + " means are over the other 1");
    assertThat(result.trials())
        .extracting(trial -> trial.accuracy().orElseThrow().leftOut())
        .containsExactly(List.of("odd"), List.of());
    assertThat(RunReader.read(folder.path())).isEqualTo(result);
  }

  @Test
  void dataSetsOfOneIdAndSplitDoNotShowEachOthersImages() throws IOException {
    Trial light = good("a");
    Trial dark = new Trial("b_fakes", light.model(), FakeRun.dataset(0, 9), light.backend());

    RunResult result = execute(plan(light, dark));

    List<Integer> shades = new ArrayList<>();
    for (TrialResult trial : result.trials()) {
      String image = trial.accuracy().orElseThrow().gallery().get(0).imageFile();
      byte[] png = Files.readAllBytes(folder.path().resolve(image));
      shades.add(ImageCodec.decode(png, image).channel(0, 0, 2));
    }
    assertThat(shades).containsExactly(0, 9);
  }

  @Test
  void backendsAreComparedAfterAllTrialsAndTheComparisonIsStored() {
    Trial cpu = good("a");
    BackendConfig gpu =
        new BackendConfig(
            "fake", Device.parse("cuda"), Precision.FP32, false, cpu.backend().options());
    Trial other = new Trial("a_gpu", cpu.model(), cpu.dataset(), gpu);
    ParityConfig parity = new ParityConfig("", 3, 0, 1, true);

    RunResult result = execute(FakeRun.plan(parity, cpu, corrupt("b"), other));

    assertThat(result.parity())
        .extracting(ParityResult::model, ParityResult::backend, ParityResult::passed)
        .containsExactly(tuple("a", "fake-cuda-fp32", true));
    assertThat(RunReader.read(folder.path())).isEqualTo(result);
    assertThat(progress.events).endsWith("phase parity of 3", "phase ended", "run ended");
  }

  private Trial good(String id) {
    return FakeRun.trial(
        FakeRun.model(id, FakeRun.LABELS, new ModelFile("onnx", FakeRun.weights(temporary), null)));
  }

  private static Trial mismatched(String id) {
    LabelSet other =
        new LabelSet("other", List.of(new Category(0, "cow", true, 0)), LabelSet.NO_IGNORE);
    return FakeRun.trial(FakeRun.model(id, other));
  }

  private Trial corrupt(String id) {
    return FakeRun.trial(
        FakeRun.model(
            id, FakeRun.LABELS, new ModelFile("onnx", FakeRun.weights(temporary), "0".repeat(64))));
  }

  private static RunPlan plan(Trial... trials) {
    return FakeRun.plan(FakeRun.accuracy(2), FakeRun.latency(true, 1), trials);
  }

  private RunResult execute(RunPlan plan) {
    return executor().execute(plan, folder, "./segbench run fake.yaml");
  }

  private RunExecutor executor() {
    return new RunExecutor(
        run.plugins(),
        meter,
        progress,
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> ENVIRONMENT,
        folder -> PredictionStore.NONE);
  }
}
