package io.github.segbench.latency;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.chain.PostProcessingChain;
import io.github.segbench.engine.chain.Postprocessed;
import io.github.segbench.engine.run.OutputDigests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;

/** From one compressed image in memory to its segmentation. */
final class EndToEnd implements Workload {
  private final List<EncodedImage> images;
  private final ModelAdapter adapter;
  private final NetworkPass network;
  private final PostProcessingChain chain;
  private final StageClock clock;

  /**
   * @param network with the steps around it
   */
  EndToEnd(
      List<EncodedImage> images,
      ModelAdapter adapter,
      NetworkPass network,
      PostProcessingChain chain,
      StageClock clock) {
    this.images = List.copyOf(images);
    this.adapter = adapter;
    this.network = network;
    this.chain = chain;
    this.clock = clock;
  }

  @Override
  public void run(int position, Blackhole sink) {
    sink.consume(call(images.get(position % images.size())));
  }

  /** What the timed calls give: one call for each image. */
  OutputDigests outputs() {
    Map<String, Map<SegmentationTask, String>> digests = new LinkedHashMap<>();
    for (EncodedImage image : images) {
      digests.put(image.id(), OutputDigests.of(call(image).segmentations().get(0)));
    }
    return new OutputDigests(digests);
  }

  private Postprocessed call(EncodedImage image) {
    long started = System.nanoTime();
    List<RgbImage> batch = List.of(image.decode());
    long decoded = System.nanoTime();
    try (ModelInput input = adapter.preprocess(batch)) {
      long preprocessed = System.nanoTime();
      try (InferenceOutputs outputs = network.run(input.tensors(), input.geometries())) {
        long inferred = System.nanoTime();
        Postprocessed result = chain.postprocess(outputs.tensors(), input.geometries(), batch);
        clock.record(
            new StageTimes(
                started,
                decoded,
                preprocessed,
                inferred,
                System.nanoTime(),
                chain.refines() ? (Long) result.refineNanos() : null));
        return result;
      }
    }
  }

  @Override
  public void close() {}
}
