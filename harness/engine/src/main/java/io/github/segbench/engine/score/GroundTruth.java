package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.StoredSegmentations;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What predictions are compared with.
 *
 * @param id of the data set's configuration, or the name of the file or folder
 * @param name for people
 * @param split empty if it is not known
 * @param subset which images of the split, see {@code Subset}; null for all
 * @param fingerprint of the content, see {@code Dataset}; null if it was not computed
 */
public record GroundTruth(
    String id,
    String name,
    String split,
    @Nullable String subset,
    @Nullable String fingerprint,
    LabelSet labels,
    StoredSegmentations segmentations) {
  public GroundTruth {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(segmentations, "segmentations");
  }
}
