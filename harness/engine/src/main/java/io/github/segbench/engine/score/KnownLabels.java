package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.labels.KnownIds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Label maps of a ground truth whose ids must all be known: an id outside the label set, that is
 * not its ignore id, means that the label set is the wrong one.
 *
 * @param source where the maps lie, for people
 */
record KnownLabels(String source, StoredSegmentations maps, LabelSet labels)
    implements StoredSegmentations {
  @Override
  public Set<SegmentationTask> tasks() {
    return maps.tasks();
  }

  @Override
  public List<String> images() {
    return maps.images();
  }

  @Override
  public Optional<Segmentations> read(String image) {
    Optional<Segmentations> read = maps.read(image);
    read.flatMap(Segmentations::semantic)
        .ifPresent(
            semantic -> KnownIds.require(semantic.labels(), labels, source + ", image " + image));
    return read;
  }
}
