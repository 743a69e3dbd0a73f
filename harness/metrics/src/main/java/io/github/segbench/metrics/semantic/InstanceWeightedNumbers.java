package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The iIoU of classes and groups and their means. With the average size <i>a</i> of an instance,
 * each instance has <i>a</i> pixels: iIoU = a x found / (a x instances + FP); of a group the terms
 * are summed over its classes.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalPixelLevelSemanticLabeling.py.
 */
final class InstanceWeightedNumbers implements Resamplable {
  private final LabelSet labels;
  private final Groups groups;
  private final int[] images;
  private final List<Optional<ImageInstances>> instances;
  private final boolean complete;
  private final double[] averageSizes;
  private final List<Quantity> quantities = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param labels of the sums, with classes that are in groups alone
   * @param scored classes that have a number of their own
   */
  InstanceWeightedNumbers(
      LabelSet labels,
      Groups groups,
      LabelSet scored,
      List<InstanceWeightedMetric> metrics,
      ImageRecords<Optional<ImageInstances>> records) {
    this.labels = labels;
    this.groups = groups;
    this.images = records.images();
    this.instances = records.inOrder();
    this.complete = instances.stream().allMatch(Optional::isPresent);
    this.averageSizes =
        CityscapesClasses.averageSizes(scored).isPresent()
            ? CityscapesClasses.averageSizes(labels).orElseThrow()
            : observedSizes();
    for (InstanceWeightedMetric metric : metrics) {
      if (metric.mean()) {
        add(metric, MetricValue.ALL, members(metric.partition(), scored));
      }
    }
    for (InstanceWeightedMetric metric : metrics) {
      if (!metric.mean()) {
        for (int member : members(metric.partition(), scored)) {
          add(metric, name(metric.partition(), member), new int[] {member});
        }
      }
    }
  }

  private void add(InstanceWeightedMetric metric, String name, int[] members) {
    if (members.length > 0) {
      quantities.add(new Quantity(metric.name(), name));
      entries.add(new Entry(metric.partition(), members));
    }
  }

  private String name(Partition partition, int member) {
    return partition == Partition.CLASSES
        ? labels.categories().get(member).name()
        : groups.names().get(member);
  }

  /** The things that are scored, or the groups of things alone. */
  private int[] members(Partition partition, LabelSet scored) {
    if (partition == Partition.CLASSES) {
      return scored.things().stream().mapToInt(c -> labels.indexOf(c.id())).toArray();
    }
    return IntStream.range(0, groups.size())
        .filter(
            g ->
                IntStream.range(0, labels.size())
                    .filter(c -> groups.groupOf(c) == g)
                    .allMatch(c -> labels.categories().get(c).isThing()))
        .toArray();
  }

  /** Mean pixels of the instances of each class that were scored; 0 where there is none. */
  private double[] observedSizes() {
    InstanceSums sums = new InstanceSums(labels.size(), groups.size());
    instances.forEach(image -> image.ifPresent(present -> present.addTo(sums, 1)));
    return IntStream.range(0, labels.size())
        .mapToDouble(c -> sums.instances(c) == 0 ? 0 : (double) sums.pixels(c) / sums.instances(c))
        .toArray();
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return Collections.unmodifiableList(quantities);
  }

  @Override
  public double[] compute(int[] multiplicities) {
    double[] values = new double[entries.size()];
    if (!complete) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    InstanceSums sums = new InstanceSums(labels.size(), groups.size());
    for (int i = 0; i < multiplicities.length; i++) {
      if (multiplicities[i] > 0) {
        instances.get(i).orElseThrow().addTo(sums, multiplicities[i]);
      }
    }
    Arrays.setAll(values, i -> value(entries.get(i), sums));
    return values;
  }

  private double value(Entry entry, InstanceSums sums) {
    double sum = 0;
    int defined = 0;
    for (int member : entry.members()) {
      double value =
          entry.partition() == Partition.CLASSES ? ofClass(sums, member) : ofGroup(sums, member);
      if (!Double.isNaN(value)) {
        sum += value;
        defined++;
      }
    }
    return defined == 0 ? Double.NaN : sum / defined;
  }

  private double ofClass(InstanceSums sums, int index) {
    double average = averageSizes[index];
    double truth = average * sums.instances(index);
    double denominator = truth + sums.falsePositives(index);
    return denominator == 0 ? Double.NaN : average * sums.found(index) / denominator;
  }

  private double ofGroup(InstanceSums sums, int group) {
    double found = 0;
    double denominator = sums.falsePositivesOfGroup(group);
    for (int c = 0; c < labels.size(); c++) {
      if (groups.groupOf(c) == group && sums.instances(c) > 0) {
        found += averageSizes[c] * sums.foundAsGroup(c);
        denominator += averageSizes[c] * sums.instances(c);
      }
    }
    return denominator == 0 ? Double.NaN : found / denominator;
  }

  /** A number: the classes or groups that it is the mean over. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(Partition partition, int[] members) {}
}
