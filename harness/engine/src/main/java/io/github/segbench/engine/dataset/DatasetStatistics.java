package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.parallel.ImageLoop;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What is in the images and labels of a split: sizes, and categories for each task. */
public final class DatasetStatistics {
  private final LabelSet labels;
  private final SizeStatistics sizes = new SizeStatistics();
  private final @Nullable PixelStatistics pixels;
  private final @Nullable InstanceStatistics instances;
  private final @Nullable SegmentStatistics segments;

  private DatasetStatistics(LabelSet labels, Set<SegmentationTask> tasks) {
    this.labels = labels;
    pixels = tasks.contains(SegmentationTask.SEMANTIC) ? new PixelStatistics(labels) : null;
    instances = tasks.contains(SegmentationTask.INSTANCE) ? new InstanceStatistics(labels) : null;
    segments = tasks.contains(SegmentationTask.PANOPTIC) ? new SegmentStatistics(labels) : null;
  }

  /**
   * Loads every image.
   *
   * @param threads at least 1; the numbers do not depend on it
   * @throws DatasetException for the first image that cannot be loaded
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  public static DatasetStatistics of(Dataset dataset, DatasetProgress progress, int threads) {
    List<Sample> samples = dataset.samples();
    progress.splitStarted(dataset.split(), samples.size());
    try {
      return new ImageLoop<>(
              () -> new DatasetStatistics(dataset.labels(), dataset.tasks()),
              (image, part) -> {
                part.add(samples.get(image).load());
                progress.imageDone();
              },
              DatasetStatistics::merge)
          .run(samples.size(), Math.min(threads, samples.size()), "statistics");
    } finally {
      progress.splitEnded();
    }
  }

  private void add(AnnotatedImage loaded) {
    sizes.add(loaded.image().width(), loaded.image().height());
    Segmentations truth = loaded.groundTruth();
    semantic().ifPresent(all -> truth.semantic().ifPresent(map -> all.add(map.labels())));
    instance().ifPresent(all -> truth.instance().ifPresent(all::add));
    panoptic().ifPresent(all -> truth.panoptic().ifPresent(all::add));
  }

  private void merge(DatasetStatistics other) {
    sizes.merge(other.sizes);
    semantic().ifPresent(all -> other.semantic().ifPresent(all::merge));
    instance().ifPresent(all -> other.instance().ifPresent(all::merge));
    panoptic().ifPresent(all -> other.panoptic().ifPresent(all::merge));
  }

  public LabelSet labels() {
    return labels;
  }

  public SizeStatistics sizes() {
    return sizes;
  }

  /** If the data set has semantic ground truth. */
  public Optional<PixelStatistics> semantic() {
    return Optional.ofNullable(pixels);
  }

  /** If the data set has instance ground truth. */
  public Optional<InstanceStatistics> instance() {
    return Optional.ofNullable(instances);
  }

  /** If the data set has panoptic ground truth. */
  public Optional<SegmentStatistics> panoptic() {
    return Optional.ofNullable(segments);
  }
}
