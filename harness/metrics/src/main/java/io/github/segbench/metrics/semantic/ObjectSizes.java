package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the pixels of small, medium and large objects: connected regions of a class in the ground
 * truth, 8 neighbours, by COCO's ranges of area. A region at the end of two ranges is in both.
 *
 * <p>False positives belong to no object and are not counted.
 */
public record ObjectSizes() implements ClassCounting {
  @Override
  public int counts() {
    return ObjectSize.values().length;
  }

  /** A counter of small, medium and large objects, in the order of {@link ObjectSize}. */
  @Override
  public ClassCounter counter(LabelSet labels) {
    JointRuns runs = new JointRuns(labels);
    return (truth, prediction) -> {
      runs.find(truth, prediction);
      List<ClassCounts> counts =
          Stream.of(ObjectSize.values()).map(size -> new ClassCounts(labels.size())).toList();
      new Regions(runs)
          .forEach(
              labels.size(),
              (index, area, right) -> {
                for (ObjectSize size : ObjectSize.values()) {
                  if (size.contains(area)) {
                    counts.get(size.ordinal()).add(index, right, area, right);
                  }
                }
              });
      return counts;
    };
  }
}
