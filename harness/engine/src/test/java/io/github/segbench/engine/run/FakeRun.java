package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.LatencyPreset;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.ParityConfig;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.config.ScenarioConfig;
import io.github.segbench.engine.config.Subset;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A run of made-up plugins; a test changes the part that it is about. */
final class FakeRun {
  /** What {@link #weights} writes: {@code printf weights | sha256sum}. */
  static final String WEIGHTS_SHA256 =
      "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c";

  static final LabelSet LABELS =
      new LabelSet(
          "parity",
          List.of(new Category(0, "even", false, 0), new Category(1, "odd", true, 0xFF0000)),
          255);

  final FakeFamily family = new FakeFamily(SegmentationTask.SEMANTIC);
  final FakeBackend backend;
  final FakeReader reader;

  FakeRun(FakeReader reader) {
    this(reader, new FakeBackend(true));
  }

  FakeRun(FakeReader reader, FakeBackend backend) {
    this.reader = reader;
    this.backend = backend;
  }

  Plugins plugins() {
    return Plugins.of(List.of(family), List.of(backend), List.of(reader));
  }

  static Path weights(Path folder) {
    try {
      return Files.writeString(folder.resolve("model.onnx"), "weights");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ModelConfig model(String id, LabelSet labels, ModelFile... files) {
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
            1);
    return new ModelConfig(
        new ModelSpec(
            id,
            "Fake " + id,
            "fake",
            labels,
            List.of(files),
            preprocessing,
            new Options(List.of(), Map.of())),
        7L,
        null);
  }

  static DatasetConfig dataset(int limit) {
    return dataset(limit, 0);
  }

  static DatasetConfig dataset(int limit, long shade) {
    Options options =
        new Options(List.of(FakeReader.SHADE), Map.of(FakeReader.SHADE.name(), shade));
    return new DatasetConfig(
        new DatasetSpec("fakes", "test", LABELS, options), "Fakes", "fake", Subset.first(limit));
  }

  static BackendConfig backend(boolean required) {
    return new BackendConfig(
        "fake", Device.CPU, Precision.FP32, required, new Options(List.of(), Map.of()));
  }

  static Trial trial(ModelConfig model) {
    return new Trial(model.id() + "_fakes", model, dataset(0), backend(false));
  }

  /** A trial that runs well. */
  static Trial trial(Path folder) {
    return trial(model("m", LABELS, new ModelFile("onnx", weights(folder), null)));
  }

  /** A trial whose model predicts {@code even} alone, one of the data set's two categories. */
  static Trial partialTrial(Path folder) {
    LabelSet even =
        new LabelSet("half", List.of(new Category(0, "even", false, 0)), LabelSet.NO_IGNORE);
    return trial(model("half", even, new ModelFile("onnx", weights(folder), null)));
  }

  static AccuracyConfig accuracy(int threads, String... metrics) {
    return new AccuracyConfig(
        true, List.of(metrics), Convention.STANDARD, threads, new BootstrapSettings(50, 1));
  }

  static LatencyConfig latency(boolean enabled, Integer... batch) {
    return new LatencyConfig(
        enabled,
        LatencyPreset.QUICK,
        1,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        1,
        List.of(1),
        List.of(batch),
        0,
        ScenarioConfig.NONE);
  }

  static RunPlan plan(AccuracyConfig accuracy, LatencyConfig latency, Trial... trials) {
    List<Trial> all = List.of(trials);
    return new RunPlan(
        new RunConfig(
            "fake-run",
            "A run for a test.",
            all.stream().map(Trial::model).distinct().toList(),
            all.stream().map(Trial::dataset).distinct().toList(),
            all.stream().map(Trial::backend).distinct().toList(),
            accuracy,
            latency),
        all);
  }

  static RunPlan plan(ParityConfig parity, Trial... trials) {
    RunConfig config = plan(accuracy(1), latency(false, 1), trials).config();
    return new RunPlan(
        new RunConfig(
            config.name(),
            config.description(),
            config.models(),
            config.datasets(),
            config.backends(),
            config.accuracy(),
            config.latency(),
            parity),
        List.of(trials));
  }
}
