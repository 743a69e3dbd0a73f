package io.github.segbench.latency;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkPass;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** The network, with the steps around it if there are any, on inputs that were made before. */
final class Inference implements Workload {
  private final List<ModelInput> inputs;
  private final NetworkPass network;

  private Inference(List<ModelInput> inputs, NetworkPass network) {
    this.inputs = inputs;
    this.network = network;
  }

  /**
   * As many inputs as there are images: each image is the first of a batch once, the next images
   * fill it up.
   */
  static Inference prepared(
      List<EncodedImage> images, int batch, ModelAdapter adapter, NetworkPass network) {
    List<RgbImage> decoded = images.stream().map(EncodedImage::decode).toList();
    List<ModelInput> inputs = new ArrayList<>();
    for (int first = 0; first < decoded.size(); first++) {
      List<RgbImage> members = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        members.add(decoded.get((first + i) % decoded.size()));
      }
      inputs.add(adapter.preprocess(members));
    }
    return new Inference(inputs, network);
  }

  @Override
  public void run(int position, Blackhole sink) {
    ModelInput input = inputs.get(position % inputs.size());
    try (InferenceOutputs outputs = network.run(input.tensors(), input.geometries())) {
      sink.consume(outputs);
    }
  }

  @Override
  public void close() {
    inputs.forEach(ModelInput::close);
  }
}
