package io.github.segbench.engine.run;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A backend whose every network hands its input through; on a GPU, its first number is larger by
 * the GPU's index.
 */
final class FakeBackend implements Backend {
  private final boolean available;

  final AtomicInteger openSessions = new AtomicInteger();
  final AtomicInteger openOutputs = new AtomicInteger();
  final AtomicInteger inNetwork = new AtomicInteger();

  /** The most threads that were in the network at a time. */
  final AtomicInteger mostInNetwork = new AtomicInteger();

  /** The options with which it was asked whether it works. */
  final List<Options> asked = new ArrayList<>();

  /** What every run of a network does on its way through. */
  private final Runnable passage;

  FakeBackend(boolean available) {
    this(available, () -> {});
  }

  FakeBackend(boolean available, Runnable passage) {
    this.available = available;
    this.passage = passage;
  }

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public String description() {
    return "Hands inputs through.";
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public List<String> formats() {
    return List.of("onnx");
  }

  @Override
  public Set<Precision> precisions() {
    return Set.of(Precision.FP32);
  }

  @Override
  public List<OptionSpec> options() {
    return List.of();
  }

  @Override
  public List<DeviceStatus> probe() {
    return List.of(new DeviceStatus(Device.CPU, available, available ? "fake" : "no driver"));
  }

  @Override
  public void requireWorking(Device device, Options options) {
    asked.add(options);
    Backend.super.requireWorking(device, options);
  }

  @Override
  public InferenceSession open(SessionSpec spec) {
    if (!available) {
      throw new BackendUnavailableException("no driver", null);
    }
    openSessions.incrementAndGet();
    return new Session(spec.device().index());
  }

  private final class Session implements InferenceSession {
    private final int addition;

    Session(int addition) {
      this.addition = addition;
    }

    @Override
    public List<TensorInfo> inputs() {
      return List.of();
    }

    @Override
    public List<TensorInfo> outputs() {
      return List.of();
    }

    @Override
    public InferenceOutputs run(Map<String, Tensor> inputs) {
      mostInNetwork.accumulateAndGet(inNetwork.incrementAndGet(), Math::max);
      passage.run();
      Tensor input = inputs.get("image");
      Tensor output = Tensor.allocate(input.type(), input.shape());
      output.bytes().put(input.bytes());
      output.floats().put(0, output.floats().get(0) + addition);
      openOutputs.incrementAndGet();
      inNetwork.decrementAndGet();
      return new InferenceOutputs(Map.of("labels", output), openOutputs::decrementAndGet);
    }

    @Override
    public void close() {
      openSessions.decrementAndGet();
    }
  }
}
