package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One split of a data set that lies in files. */
public final class FileDataset implements Dataset {
  private final DatasetSpec spec;
  private final Set<SegmentationTask> tasks;
  private final List<FileSample> samples;
  private final List<String> splitIds;
  private final List<Path> filesWithoutImage;
  private @Nullable String fingerprint;

  /**
   * @param tasks those that every annotation has
   * @param samples in the order of the split
   * @param filesWithoutImage annotations whose image is missing
   */
  public FileDataset(
      DatasetSpec spec,
      Set<SegmentationTask> tasks,
      List<FileSample> samples,
      List<Path> filesWithoutImage) {
    this(spec, tasks, samples, samples.stream().map(FileSample::id).toList(), filesWithoutImage);
  }

  private FileDataset(
      DatasetSpec spec,
      Set<SegmentationTask> tasks,
      List<FileSample> samples,
      List<String> splitIds,
      List<Path> filesWithoutImage) {
    this.spec = spec;
    this.tasks = Set.copyOf(tasks);
    this.samples = List.copyOf(samples);
    this.splitIds = List.copyOf(splitIds);
    this.filesWithoutImage = List.copyOf(filesWithoutImage);
  }

  @Override
  public String id() {
    return spec.id();
  }

  @Override
  public String split() {
    return spec.split();
  }

  @Override
  public LabelSet labels() {
    return spec.labels();
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return tasks;
  }

  @Override
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  @Override
  public List<String> splitIds() {
    return splitIds;
  }

  @Override
  public List<Path> filesWithoutImage() {
    return filesWithoutImage;
  }

  /** Whose fingerprint reads the files of these samples alone. */
  @Override
  public Dataset restrictedTo(List<Sample> chosen) {
    Map<String, FileSample> byId =
        samples.stream().collect(Collectors.toMap(FileSample::id, Function.identity()));
    List<FileSample> kept =
        chosen.stream()
            .map(sample -> Objects.requireNonNull(byId.get(sample.id()), sample.id()))
            .toList();
    return new FileDataset(spec, tasks, kept, splitIds, filesWithoutImage);
  }

  /** Reads every file the first time; of the ids and the files' content, not of their folders. */
  @Override
  public synchronized String fingerprint() {
    if (fingerprint == null) {
      fingerprint = FileFingerprint.of(samples);
    }
    return fingerprint;
  }
}
