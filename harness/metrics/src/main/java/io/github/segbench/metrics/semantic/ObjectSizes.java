package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.instance.AreaRange;
import java.util.List;

/**
 * Counts the pixels of small, medium and large objects: connected regions of a class in the ground
 * truth, 8 neighbours, by COCO's ranges of area. A region at the end of two ranges is in both.
 *
 * <p>False positives belong to no object and are not counted.
 */
public record ObjectSizes() implements ClassCounting {
  private static final List<AreaRange> RANGES =
      List.of(AreaRange.SMALL, AreaRange.MEDIUM, AreaRange.LARGE);

  /** Position of the counts of a range. */
  public static int positionOf(AreaRange range) {
    return RANGES.indexOf(range);
  }

  @Override
  public int counts() {
    return RANGES.size();
  }

  @Override
  public ClassCounter counter(LabelSet labels) {
    JointRuns runs = new JointRuns(labels);
    return (truth, prediction) -> {
      runs.find(truth, prediction);
      List<ClassCounts> counts =
          RANGES.stream().map(range -> new ClassCounts(labels.size())).toList();
      new Regions(runs)
          .forEach(
              labels.size(),
              (index, area, right) -> {
                for (int i = 0; i < RANGES.size(); i++) {
                  if (RANGES.get(i).contains(area)) {
                    counts.get(i).add(index, right, area, right);
                  }
                }
              });
      return counts;
    };
  }
}
