package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The images and labels of one split of a folder. */
final class FolderDataset implements Dataset {
  private final DatasetSpec spec;
  private final List<FolderSample> samples;
  private @Nullable String fingerprint;

  FolderDataset(DatasetSpec spec, List<FolderSample> samples) {
    this.spec = spec;
    this.samples = List.copyOf(samples);
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
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /**
   * Reads every file the first time; of the ids and of the files' content, not of their folders.
   */
  @Override
  public synchronized String fingerprint() {
    if (fingerprint == null) {
      Fingerprint lines = new Fingerprint();
      for (FolderSample sample : samples) {
        lines.add("id " + sample.id());
        lines.add("image " + describe(sample.imageFile()));
        lines.add("labels " + describe(sample.labelFile()));
      }
      fingerprint = lines.toHex();
    }
    return fingerprint;
  }

  private static String describe(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return bytes.length + " bytes, sha256 " + Fingerprint.of(bytes);
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
