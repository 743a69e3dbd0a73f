package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;

/**
 * A Cityscapes iIoU: IoU in which the pixels of each true instance weigh as much as those of an
 * instance of average size.
 *
 * @param name its standard name
 * @param partition whether it is of classes or of their groups
 * @param mean whether it is the mean over them rather than a number of each
 */
public record InstanceWeightedMetric(String name, Partition partition, boolean mean)
    implements MetricDefinition {
  public InstanceWeightedMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(partition, "partition");
  }

  @Override
  public boolean under(Convention convention) {
    return convention == Convention.CITYSCAPES;
  }
}
