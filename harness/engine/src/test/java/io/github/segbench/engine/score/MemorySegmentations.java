package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Label maps of one row, by image; null stands for a damaged file. */
final class MemorySegmentations implements StoredSegmentations {
  private final Map<String, short[]> rows = new LinkedHashMap<>();

  MemorySegmentations with(String image, int... labels) {
    short[] row = new short[labels.length];
    for (int i = 0; i < labels.length; i++) {
      row[i] = (short) labels[i];
    }
    rows.put(image, row);
    return this;
  }

  MemorySegmentations withDamaged(String image) {
    rows.put(image, new short[0]);
    return this;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public List<String> images() {
    return List.copyOf(rows.keySet());
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return Optional.ofNullable(rows.get(image)).map(row -> segmentations(image, row));
  }

  private static Segmentations segmentations(String image, short[] row) {
    if (row.length == 0) {
      throw new FormatException(image + ".png: damaged");
    }
    return Segmentations.of(new SemanticSegmentation(new LabelMap(row.length, 1, row)));
  }
}
