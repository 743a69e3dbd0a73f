package io.github.segbench.benchmarks;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.engine.chain.Postprocessed;
import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.TrialOpener;
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
 * One image after another through the adapter and its session, as the latency phase times them,
 * against nothing but ONNX Runtime's own session on the same inputs. The goal is {@code image} <=
 * 1.02 x {@code bareNetwork} + {@code preprocess} + {@code postprocess}; {@code network} alone says
 * what our session adds. Run from the repository's root.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class SingleStreamBenchmark {
  private static final Path RUN = Path.of("configs/runs/quickstart.yaml");
  private static final int SCENES = 8;

  @Param({"fcn8s-shapes", "unet-shapes", "segnet-shapes", "maskrcnn-shapes", "upsnet-shapes"})
  public String model;

  private OpenTrial trial;
  private NetworkPass network;
  private BareNetwork bare;
  private final List<RgbImage> images = new ArrayList<>();
  private final List<ModelInput> inputs = new ArrayList<>();
  private final List<InferenceOutputs> outputs = new ArrayList<>();
  private int position;

  /** Opens the trial and ONNX Runtime's own session; prepares images, inputs and outputs. */
  @Setup
  public void open() throws OrtException {
    Plugins plugins = Plugins.onClassPath();
    RunConfig run = new ConfigReader(plugins, List.of()).read(RUN, Overrides.NONE);
    Trial first =
        new Planner()
            .plan(run).trials().stream()
                .filter(candidate -> candidate.model().id().equals(model))
                .findFirst()
                .orElseThrow();
    trial = TrialOpener.forTiming(plugins).open(first);
    network = trial.network();
    bare = new BareNetwork(trial);
    for (Sample sample : trial.samples().subList(0, SCENES)) {
      RgbImage image = sample.image();
      ModelInput input = trial.adapter().preprocess(List.of(image));
      images.add(image);
      inputs.add(input);
      outputs.add(network.run(input.tensors(), input.geometries()));
      bare.add(input);
    }
  }

  private int next() {
    position = (position + 1) % SCENES;
    return position;
  }

  /** ONNX Runtime's own session alone; the outputs are not read. */
  @Benchmark
  public void bareNetwork(Blackhole sink) throws OrtException {
    try (OrtSession.Result result = bare.run(next())) {
      sink.consume(result);
    }
  }

  /** The same through our session, which hands the outputs out as tensors. */
  @Benchmark
  public void network(Blackhole sink) {
    ModelInput input = inputs.get(next());
    try (InferenceOutputs result = network.run(input.tensors(), input.geometries())) {
      sink.consume(result);
    }
  }

  /** From a decoded image to input tensors. */
  @Benchmark
  public void preprocess(Blackhole sink) {
    try (ModelInput input = trial.adapter().preprocess(List.of(images.get(next())))) {
      sink.consume(input);
    }
  }

  /** From output tensors to the segmentation. */
  @Benchmark
  public Postprocessed postprocess() {
    int scene = next();
    return postprocess(scene, inputs.get(scene), outputs.get(scene));
  }

  /** From a decoded image to the segmentation. */
  @Benchmark
  public Postprocessed image() {
    int scene = next();
    try (ModelInput input = trial.adapter().preprocess(List.of(images.get(scene)));
        InferenceOutputs result = network.run(input.tensors(), input.geometries())) {
      return postprocess(scene, input, result);
    }
  }

  private Postprocessed postprocess(int scene, ModelInput input, InferenceOutputs result) {
    return trial
        .chain()
        .postprocess(result.tensors(), input.geometries(), List.of(images.get(scene)));
  }

  /** Gives inputs and outputs back and unloads the networks. */
  @TearDown
  public void close() throws OrtException {
    bare.close();
    outputs.forEach(InferenceOutputs::close);
    inputs.forEach(ModelInput::close);
    trial.close();
  }
}
