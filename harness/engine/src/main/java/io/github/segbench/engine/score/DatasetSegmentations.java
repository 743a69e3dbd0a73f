package io.github.segbench.engine.score;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.StoredSegmentations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ground truth of a configured data set. */
final class DatasetSegmentations implements StoredSegmentations {
  private final Dataset dataset;
  private final Map<String, Sample> samples;

  DatasetSegmentations(Dataset dataset) {
    this.dataset = dataset;
    this.samples =
        dataset.samples().stream().collect(Collectors.toMap(Sample::id, Function.identity()));
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return dataset.tasks();
  }

  @Override
  public List<String> images() {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return Optional.ofNullable(samples.get(image)).map(Sample::groundTruth);
  }
}
