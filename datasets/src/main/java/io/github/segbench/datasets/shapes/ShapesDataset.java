package io.github.segbench.datasets.shapes;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.Fingerprint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** A range of seeds and the size of their scenes. */
final class ShapesDataset implements Dataset {
  /** Raised when a scene of a seed gets other bytes. */
  private static final int GENERATOR_VERSION = 1;

  private final String id;
  private final ShapesSplit split;
  private final LabelSet labels;
  private final int size;
  private final List<Sample> samples;

  ShapesDataset(String id, ShapesSplit split, LabelSet labels, int size, long count) {
    this.id = id;
    this.split = split;
    this.labels = labels;
    this.size = size;
    this.samples =
        LongStream.range(split.firstSeed(), split.firstSeed() + count)
            .mapToObj(seed -> (Sample) new ShapesSample(seed, size))
            .toList();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String split() {
    return split.id();
  }

  @Override
  public LabelSet labels() {
    return labels;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return EnumSet.allOf(SegmentationTask.class);
  }

  @Override
  public List<Sample> samples() {
    return samples;
  }

  @Override
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add("shapes, generator version " + GENERATOR_VERSION);
    fingerprint.add("size " + size);
    fingerprint.add("first seed " + split.firstSeed());
    fingerprint.add("scenes " + samples.size());
    return fingerprint.toHex();
  }
}
