package io.github.segbench.latency;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** The network alone, on inputs that were made before. */
final class Inference implements Workload {
  private final List<ModelInput> inputs;
  private final InferenceSession session;

  private Inference(List<ModelInput> inputs, InferenceSession session) {
    this.inputs = inputs;
    this.session = session;
  }

  /**
   * As many inputs as there are images: each image is the first of a batch once, the next images
   * fill it up.
   */
  static Inference prepared(
      List<EncodedImage> images, int batch, ModelAdapter adapter, InferenceSession session) {
    List<RgbImage> decoded = images.stream().map(EncodedImage::decode).toList();
    List<ModelInput> inputs = new ArrayList<>();
    for (int first = 0; first < decoded.size(); first++) {
      List<RgbImage> members = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        members.add(decoded.get((first + i) % decoded.size()));
      }
      inputs.add(adapter.preprocess(members));
    }
    return new Inference(inputs, session);
  }

  @Override
  public void run(int position, Blackhole sink) {
    ModelInput input = inputs.get(position % inputs.size());
    try (InferenceOutputs outputs = session.run(input.tensors())) {
      sink.consume(outputs);
    }
  }

  @Override
  public void close() {
    inputs.forEach(ModelInput::close);
  }
}
