package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.labels.KnownIds;

/**
 * The check of one image and its ground truth against what the data set promises. Readers promise
 * to make it themselves; this one does not rely on that.
 */
final class GroundTruthCheck {
  private final Dataset dataset;
  private final LabelSet labels;

  GroundTruthCheck(Dataset dataset) {
    this.dataset = dataset;
    this.labels = dataset.labels();
  }

  /**
   * Loads the image and its ground truth.
   *
   * @throws io.github.segbench.api.SegbenchException if a file is missing or damaged, the sizes
   *     differ, a task lacks its ground truth, or an id is not in the label set
   */
  void require(Sample sample) {
    AnnotatedImage loaded = sample.load();
    Segmentations truth = loaded.groundTruth();
    if (!truth.tasks().equals(dataset.tasks())) {
      throw new DatasetException(
          "ground truth for " + truth.tasks() + ", expected " + dataset.tasks());
    }
    truth.semantic().ifPresent(map -> KnownIds.require(map.labels(), labels, "semantic map"));
    truth
        .instance()
        .ifPresent(found -> found.instances().forEach(one -> requireThing(one.category())));
    truth
        .panoptic()
        .ifPresent(map -> map.segments().forEach(one -> requireKnown(one.category(), "segment")));
  }

  private void requireThing(int category) {
    if (!requireKnown(category, "instance").isThing()) {
      throw new DatasetException(
          "an instance has the category " + category + ", which is no thing in " + labels.id());
    }
  }

  private Category requireKnown(int category, String what) {
    return labels
        .byId(category)
        .orElseThrow(
            () ->
                new DatasetException(
                    "category "
                        + category
                        + " of a "
                        + what
                        + " is not in labels '"
                        + labels.id()
                        + "'"));
  }
}
