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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Images that are segmented in turn, over and over. */
final class ImageSequence implements ImageWork {
  private final List<EncodedImage> images;
  private final ModelAdapter adapter;
  private final NetworkPass network;
  private final PostProcessingChain chain;

  /** Keeps a compiler from finding out that nobody looks at the results. */
  private final AtomicReference<@Nullable Postprocessed> last = new AtomicReference<>();

  /**
   * @param images at least one
   * @param network with the steps around it
   */
  ImageSequence(
      List<EncodedImage> images,
      ModelAdapter adapter,
      NetworkPass network,
      PostProcessingChain chain) {
    this.images = List.copyOf(images);
    this.adapter = adapter;
    this.network = network;
    this.chain = chain;
  }

  /** What the timed calls give: one call for each image. */
  OutputDigests outputs() {
    Map<String, Map<SegmentationTask, String>> digests = new LinkedHashMap<>();
    for (int position = 0; position < images.size(); position++) {
      digests.put(
          images.get(position).id(), OutputDigests.of(call(position, 1).segmentations().get(0)));
    }
    return new OutputDigests(digests);
  }

  @Override
  public void segment(long first, int count) {
    last.lazySet(call(first, count));
  }

  private Postprocessed call(long first, int count) {
    List<RgbImage> batch = new ArrayList<>(count);
    for (long position = first; position < first + count; position++) {
      batch.add(images.get((int) (position % images.size())).decode());
    }
    try (ModelInput input = adapter.preprocess(batch);
        InferenceOutputs outputs = network.run(input.tensors(), input.geometries())) {
      return chain.postprocess(outputs.tensors(), input.geometries(), batch);
    }
  }
}
