package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes down what is predicted for the first images of a split. Used by many threads. */
final class FirstOutputs {
  private final List<String> images;
  private final Map<String, Map<SegmentationTask, String>> digests = new ConcurrentHashMap<>();

  /**
   * @param count of images; the rest of the samples is not looked at
   */
  FirstOutputs(List<Sample> samples, int count) {
    this.images = samples.stream().limit(count).map(Sample::id).toList();
  }

  /**
   * @param image position of the sample
   * @param predicted in the model's own categories
   */
  void accept(int image, Segmentations predicted) {
    if (image < images.size()) {
      digests.put(images.get(image), OutputDigests.of(predicted));
    }
  }

  /** Of those images that were predicted, in their order. */
  OutputDigests digests() {
    Map<String, Map<SegmentationTask, String>> ordered = new LinkedHashMap<>();
    for (String image : images) {
      Map<SegmentationTask, String> ofImage = digests.get(image);
      if (ofImage != null) {
        ordered.put(image, ofImage);
      }
    }
    return new OutputDigests(ordered);
  }
}
