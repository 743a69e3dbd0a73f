package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
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
    read.ifPresent(found -> requireKnown(image, found.semantic().orElseThrow().labels()));
    return read;
  }

  private void requireKnown(String image, LabelMap map) {
    short[] ids = map.labels();
    short known = ids[0];
    requireKnown(image, map, 0);
    for (int pixel = 1; pixel < ids.length; pixel++) {
      if (ids[pixel] != known) {
        requireKnown(image, map, pixel);
        known = ids[pixel];
      }
    }
  }

  private void requireKnown(String image, LabelMap map, int pixel) {
    int id = map.labels()[pixel] & LabelSet.MAX_ID;
    if (labels.indexOf(id) < 0 && !labels.isIgnored(id)) {
      throw new FormatException(
          source
              + ", image "
              + image
              + ": label "
              + id
              + " at x="
              + pixel % map.width()
              + " y="
              + pixel / map.width()
              + " is not in labels '"
              + labels.id()
              + "'");
    }
  }
}
