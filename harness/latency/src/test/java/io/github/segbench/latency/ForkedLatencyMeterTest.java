package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.ResolvedConfig;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.config.ScenarioConfig;
import io.github.segbench.engine.config.Subset;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import io.github.segbench.engine.run.SegmentationDigest;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real forks, which take about a second each. */
final class ForkedLatencyMeterTest {
  private static final LabelSet LABELS =
      new LabelSet("one", List.of(new Category(0, "sky", false, 0)), LabelSet.NO_IGNORE);

  /** Label 0 everywhere, as the accuracy phase would get it from the first two images. */
  private static final String BLANK =
      SegmentationDigest.of(
          new SemanticSegmentation(
              new LabelMap(
                  ForkPlugins.SIDE,
                  ForkPlugins.SIDE,
                  new short[ForkPlugins.SIDE * ForkPlugins.SIDE])));

  @TempDir private Path folder;
  private Trial trial;

  @Test
  void givesEveryTimingThatIsAskedFor() throws IOException {
    Recorder progress = new Recorder();
    LatencyResult latency = measure("test", "well", progress);
    List<LatencyDistribution> timings = latency.timings();

    // A batch of 9 is more than the model takes.
    assertThat(timings)
        .extracting(
            LatencyDistribution::stage,
            LatencyDistribution::mode,
            LatencyDistribution::threads,
            LatencyDistribution::batch)
        .containsExactly(
            tuple(LatencyStage.DECODE, LatencyMode.SAMPLE, 1, 1),
            tuple(LatencyStage.PREPROCESS, LatencyMode.SAMPLE, 1, 1),
            tuple(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 1),
            tuple(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 2),
            tuple(LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 2, 1),
            tuple(LatencyStage.POSTPROCESS, LatencyMode.SAMPLE, 1, 1),
            tuple(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1),
            tuple(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 2, 1),
            tuple(LatencyStage.AFTER_PAUSE, LatencyMode.SAMPLE, 1, 1));
    assertThat(timings).allSatisfy(timing -> assertThat(timing.score()).isPositive());
    assertThat(timings)
        .allSatisfy(timing -> assertThat(timing.warmup().seconds()).isGreaterThanOrEqualTo(0.02));
    assertThat(latency.resources())
        .extracting(ResourceUse::quantity)
        .contains(ResourceUse.Quantity.JAVA_HEAP, ResourceUse.Quantity.DIRECT)
        .doesNotHaveDuplicates();
    assertThat(latency.conditions()).isNotNull();
    assertThat(progress.told)
        .containsExactly(
            "1/6 endToEnd (sample, 1 thread, batch 1) 140 ms", "ended",
            "2/6 afterPause (sample, 1 thread, batch 1) 140 ms", "ended",
            "3/6 inference (sample, 1 thread, batch 1) 140 ms", "ended",
            "4/6 inference (sample, 1 thread, batch 2) 140 ms", "ended",
            "5/6 endToEnd (throughput, 2 threads, batch 1) 140 ms", "ended",
            "6/6 inference (throughput, 2 threads, batch 1) 140 ms", "ended");
    assertThat(Files.readString(jmhResult()))
        .contains("\"stage\" : \"endToEnd\"", "\"batch\" : \"2\"", "\"rawDataHistogram\"")
        .contains("\"decode\" : {", "\"threads\" : 2");
    try (var files = Files.list(jmhResult().getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("trial.json", "trial.log");
    }
  }

  @Test
  void saysWhatWentWrongInTheFork() {
    assertThatThrownBy(() -> measure("test", "fail", new Recorder()))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "timing endToEnd (sample, 1 thread, batch 1) failed: model.onnx: the network burns (")
        .hasMessageContaining("trial.log");
    assertThat(jmhResult()).doesNotExist();
  }

  @Test
  void saysThatTheForkDied() {
    assertThatThrownBy(() -> measure("test", "halt", new Recorder()))
        .isInstanceOf(LatencyException.class)
        .hasMessageContaining("timing endToEnd (sample, 1 thread, batch 1) failed: ")
        .hasMessageContaining("42");
  }

  /** JMH would wait for the network, which does not heed interrupts. */
  @Test
  void forkThatHangsIsKilled() {
    LatencyConfig config = new BriefLatency(Duration.ofMillis(20)).config();
    ForkLimit twoSeconds = new ForkLimit(Duration.ofSeconds(2), 0);
    assertThatThrownBy(() -> measure("test", "hang", config, new Recorder(), twoSeconds))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "timing endToEnd (sample, 1 thread, batch 1) failed: no end within 2 s, so it was"
                + " killed (log: "
                + jmhResult().resolveSibling("trial.log")
                + ")");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void refusesImagesThatCannotBeDecoded() {
    assertThatThrownBy(() -> measure("corrupt", "well", new Recorder()))
        .isInstanceOf(LatencyException.class)
        .hasMessageContaining("failed: image grey1: not an image");
  }

  @Test
  void outputsThatWereNotScoredFailTheTrial() {
    assertThatThrownBy(() -> measure("test", "otherwise", new Recorder()))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "timing endToEnd (sample, 1 thread, batch 1): fork 1 gives another semantic"
                + " segmentation of image grey0 than the accuracy phase (sha256 ")
        .hasMessageContaining(", expected " + BLANK.substring(0, 12) + ")");
    assertThat(jmhResult()).doesNotExist();
    assertThat(jmhResult().resolveSibling("trial.forks")).doesNotExist();
  }

  /**
   * Each call takes a millisecond, so JMH keeps every sample; each fork checks two images first.
   */
  @Test
  void callsBeforeTheMeasurementAreInNoStage() throws IOException {
    Duration time = Duration.ofMillis(20);
    LatencyConfig config = new BriefLatency(time).warmup(0, time).images(2).config();

    List<LatencyDistribution> timings =
        measure("test", "slow", config, new Recorder()).timings().stream()
            .filter(t -> t.mode() == LatencyMode.SAMPLE)
            .toList();

    assertThat(timings).extracting(LatencyDistribution::warmup).containsOnlyNulls();
    assertThat(samples(timings, LatencyStage.DECODE))
        .isEqualTo(samples(timings, LatencyStage.POSTPROCESS))
        .isEqualTo(samples(timings, LatencyStage.END_TO_END));
  }

  private static long samples(List<LatencyDistribution> timings, LatencyStage stage) {
    return timings.stream().filter(t -> t.stage() == stage).findFirst().orElseThrow().samples();
  }

  @Test
  void measuresColdStartsAndScenariosAfterTheTimings() throws IOException {
    Recorder progress = new Recorder();
    Duration time = Duration.ofMillis(20);
    LatencyConfig config =
        new BriefLatency(time)
            .warmup(0, time)
            .images(2)
            .threads(2)
            .coldStarts(2)
            .scenarios(new ScenarioConfig(List.of(Scenario.values()), time, 3, null))
            .config();

    LatencyResult result = measure("test", "well", config, progress);

    List<LatencyDistribution> cold =
        result.timings().stream().filter(t -> t.mode() == LatencyMode.SINGLE_SHOT).toList();
    assertThat(cold)
        .extracting(LatencyDistribution::stage, LatencyDistribution::samples)
        .containsExactly(
            tuple(LatencyStage.COLD_START, 2L),
            tuple(LatencyStage.MODEL_LOAD, 2L),
            tuple(LatencyStage.FIRST_INFERENCE, 2L));
    assertThat(cold.get(1).score()).isPositive();
    assertThat(cold.get(0).score()).isGreaterThan(cold.get(1).score() + cold.get(2).score());
    assertThat(result.scenarios())
        .extracting(
            ScenarioResult::scenario,
            ScenarioResult::images,
            ScenarioResult::imagesPerQuery,
            ScenarioResult::threads)
        .containsExactly(
            tuple(Scenario.SINGLE_STREAM, 2, 1, 1),
            tuple(Scenario.MULTI_STREAM, 2, 3, 2),
            tuple(Scenario.OFFLINE, 2, 1, 2),
            tuple(Scenario.SERVER, 2, 1, 2));
    assertThat(result.scenarios().get(2).score()).isPositive();
    assertThat(progress.told)
        .endsWith(
            "6/7 cold start (2 JVMs) 0 ms", "ended",
            "7/7 scenarios singleStream, multiStream, offline, server 140 ms", "ended");
    assertThat(Files.readString(jmhResult().resolveSibling("trial.log")))
        .contains("server: ", " queries/s");
    try (var files = Files.list(jmhResult().getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("trial.json", "trial.log");
    }
  }

  @Test
  void coldStartMustGiveWhatWasScored() throws IOException {
    ColdStartMeter meter =
        new ColdStartMeter(1, launcher("otherwise", ScenarioConfig.NONE), check());

    assertThatThrownBy(() -> meter.measure(steps()))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "cold start 1 of 1 gives another semantic segmentation of image grey0 than the"
                + " accuracy phase (sha256 ");
  }

  @Test
  void scenariosMustGiveWhatWasScored() throws IOException {
    Duration time = Duration.ofMillis(20);
    ScenarioConfig scenario = new ScenarioConfig(List.of(Scenario.OFFLINE), time, 1, null);
    LatencyConfig config = new BriefLatency(time).scenarios(scenario).config();
    ScenarioMeter meter =
        new ScenarioMeter(
            ScenarioSettings.of(config, 1),
            launcher("otherwise", scenario),
            new JmhFiles(jmhResult()),
            check());

    assertThatThrownBy(() -> meter.measure(steps()))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "the fork of scenario offline gives another semantic segmentation of image grey0 than"
                + " the accuracy phase (sha256 ");
  }

  private ForkLauncher launcher(String fate, ScenarioConfig scenarios) throws IOException {
    LatencyConfig config =
        new BriefLatency(Duration.ofMillis(20)).images(2).scenarios(scenarios).config();
    trial = prepare("test", fate, config);
    Files.createDirectories(jmhResult().getParent());
    ForkProperties fork = new ForkProperties(config(), trial.id(), config.images());
    return new ForkLauncher(fork.jvmArguments(), new JmhFiles(jmhResult()), ForkLimit.AMPLE);
  }

  private static OutputCheck check() {
    return new OutputCheck(scored());
  }

  private Steps steps() {
    return new Steps(trial, new Recorder(), 1);
  }

  private Path jmhResult() {
    return folder.resolve("jmh").resolve("trial.json");
  }

  private LatencyResult measure(String split, String fate, LatencyProgress progress)
      throws IOException {
    LatencyConfig latency =
        new BriefLatency(Duration.ofMillis(20))
            .warmup(1, Duration.ofMillis(60))
            .measurement(2, Duration.ofMillis(50))
            .images(2)
            .threads(2)
            .batch(9, 2)
            .config();
    return measure(split, fate, latency, progress);
  }

  private LatencyResult measure(
      String split, String fate, LatencyConfig latency, LatencyProgress progress)
      throws IOException {
    return measure(split, fate, latency, progress, ForkLimit.AMPLE);
  }

  private LatencyResult measure(
      String split, String fate, LatencyConfig latency, LatencyProgress progress, ForkLimit limit)
      throws IOException {
    return new ForkedLatencyMeter(latency, progress, Set.of(), limit)
        .measure(prepare(split, fate, latency), config(), jmhResult(), scored())
        .result();
  }

  /** Writes the run's configuration. */
  private Trial prepare(String split, String fate, LatencyConfig latency) throws IOException {
    RunConfig run =
        new RunConfig(
            "fork",
            "",
            List.of(model()),
            List.of(
                new DatasetConfig(
                    new DatasetSpec("greys", split, LABELS, new Options(List.of(), Map.of())),
                    "Greys",
                    "grey",
                    Subset.WHOLE)),
            List.of(
                new BackendConfig(
                    "through",
                    Device.CPU,
                    Precision.FP32,
                    false,
                    new Options(new ForkPlugins.Engine().options(), Map.of("run", fate)))),
            new AccuracyConfig(false, List.of(), Convention.STANDARD, 1, BootstrapSettings.DEFAULT),
            latency);
    Files.writeString(config(), ResolvedConfig.toYaml(run));
    return new Planner().plan(run).trials().get(0);
  }

  private Path config() {
    return folder.resolve("config.yaml");
  }

  private static OutputDigests scored() {
    Map<String, Map<SegmentationTask, String>> byImage = new LinkedHashMap<>();
    byImage.put("grey0", Map.of(SegmentationTask.SEMANTIC, BLANK));
    byImage.put("grey1", Map.of(SegmentationTask.SEMANTIC, BLANK));
    return new OutputDigests(byImage);
  }

  private ModelConfig model() throws IOException {
    Path weights = Files.writeString(folder.resolve("model.onnx"), "weights");
    Preprocessing preprocessing =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            Preprocessing.ChannelOrder.RGB,
            Preprocessing.Layout.NCHW,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            2);
    return new ModelConfig(
        new ModelSpec(
            "blank",
            "Blank",
            "blank",
            LABELS,
            List.of(new ModelFile("onnx", weights, null)),
            preprocessing,
            new Options(List.of(), Map.of())),
        null,
        null);
  }

  private static final class Recorder implements LatencyProgress {
    private final List<String> told = new ArrayList<>();

    @Override
    public void timingStarted(
        Trial trial, String timing, int number, int total, Duration expected) {
      told.add(number + "/" + total + " " + timing + " " + expected.toMillis() + " ms");
    }

    @Override
    public void timingEnded() {
      told.add("ended");
    }
  }
}
