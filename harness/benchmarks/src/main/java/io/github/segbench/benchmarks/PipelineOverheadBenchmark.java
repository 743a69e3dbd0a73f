package io.github.segbench.benchmarks;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.config.Subset;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.AccuracyOutcome;
import io.github.segbench.engine.run.AccuracyRunner;
import io.github.segbench.engine.run.Gallery;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.PredictionStore;
import io.github.segbench.engine.run.TrialOpener;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The accuracy phase against nothing but the network, on the same scenes: what decoding, scoring
 * and the threads between them cost. Run from the repository's root.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class PipelineOverheadBenchmark {
  private static final Path RUN = Path.of("configs/runs/quickstart.yaml");
  private static final int SCENES = 60;

  @Param({"fcn8s-shapes", "unet-shapes", "segnet-shapes", "maskrcnn-shapes", "upsnet-shapes"})
  public String model;

  /** Whether scenes lie in memory or are generated, which stands for decoding. */
  @Param({"memory", "generated"})
  public String scenes;

  private OpenTrial trial;
  private AccuracyRunner runner;
  private BareNetwork bare;
  private final List<ModelInput> inputs = new ArrayList<>();

  /** Opens the trial, and prepares the session and the inputs of the bare loop. */
  @Setup
  public void open() throws OrtException {
    Plugins plugins = Plugins.onClassPath();
    RunConfig run = new ConfigReader(plugins, List.of()).read(RUN, Overrides.NONE);
    OpenTrial opened = new TrialOpener(plugins).open(limited(run));
    trial = scenes.equals("memory") ? inMemory(opened) : opened;
    runner =
        new AccuracyRunner(
            new AccuracyConfig(
                true, List.of(), Convention.STANDARD, 0, new BootstrapSettings(0, 0)),
            Gallery.NONE,
            PredictionStore.NONE,
            0);
    bare = new BareNetwork(trial);
    for (Sample sample : trial.samples()) {
      ModelInput input = trial.adapter().preprocess(List.of(sample.image()));
      inputs.add(input);
      bare.add(input);
    }
  }

  /** ONNX Runtime's own session alone, image after image; the outputs are not read. */
  @Benchmark
  public void bareInference(Blackhole sink) throws OrtException {
    for (int i = 0; i < bare.inputCount(); i++) {
      try (OrtSession.Result outputs = bare.run(i)) {
        sink.consume(outputs);
      }
    }
  }

  /** From the image to the metrics, without intervals. */
  @Benchmark
  public AccuracyOutcome accuracyPhase() {
    return runner.run(trial, () -> {});
  }

  /** Gives the inputs back and unloads the networks. */
  @TearDown
  public void close() throws OrtException {
    bare.close();
    inputs.forEach(ModelInput::close);
    trial.close();
  }

  private Trial limited(RunConfig run) {
    Trial all =
        new Planner()
            .plan(run).trials().stream()
                .filter(candidate -> candidate.model().id().equals(model))
                .findFirst()
                .orElseThrow();
    DatasetConfig data = all.dataset();
    return new Trial(
        all.id(),
        all.model(),
        new DatasetConfig(data.spec(), data.name(), data.reader(), Subset.first(SCENES)),
        all.backend());
  }

  private static OpenTrial inMemory(OpenTrial opened) {
    List<Sample> samples = new ArrayList<>();
    opened.samples().forEach(sample -> samples.add(new LoadedSample(sample.id(), sample.load())));
    return new OpenTrial(
        opened.trial(),
        opened.dataset(),
        samples,
        opened.adapter(),
        opened.chain(),
        opened.session(),
        opened.mapping(),
        opened.tasks(),
        opened.identity());
  }

  private record LoadedSample(String id, AnnotatedImage annotated) implements Sample {
    @Override
    public byte[] encodedImage() {
      throw new UnsupportedOperationException("the scene is in memory, decoded");
    }

    @Override
    public RgbImage image() {
      return annotated.image();
    }

    @Override
    public Segmentations groundTruth() {
      return annotated.groundTruth();
    }
  }
}
