package io.github.segbench.latency;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** From one compressed image in memory to its segmentation. */
final class EndToEnd implements Workload {
  private final List<EncodedImage> images;
  private final ModelAdapter adapter;
  private final InferenceSession session;
  private final StageClock clock;

  EndToEnd(
      List<EncodedImage> images, ModelAdapter adapter, InferenceSession session, StageClock clock) {
    this.images = List.copyOf(images);
    this.adapter = adapter;
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void run(int position, Blackhole sink) {
    long started = System.nanoTime();
    RgbImage image = images.get(position % images.size()).decode();
    long decoded = System.nanoTime();
    try (ModelInput input = adapter.preprocess(List.of(image))) {
      long preprocessed = System.nanoTime();
      try (InferenceOutputs outputs = session.run(input.tensors())) {
        long inferred = System.nanoTime();
        List<Segmentations> segmentations =
            adapter.postprocess(outputs.tensors(), input.geometries());
        clock.record(started, decoded, preprocessed, inferred, System.nanoTime());
        sink.consume(segmentations);
      }
    }
  }

  @Override
  public void close() {}
}
