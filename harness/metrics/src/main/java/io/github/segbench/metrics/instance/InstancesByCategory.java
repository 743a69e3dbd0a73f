package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.MetricException;
import java.util.Arrays;
import java.util.List;

/** The instances of one side of an image by category, each category in the order of the side. */
final class InstancesByCategory {
  private final List<Instance> sorted;

  /** {@code [categories + 1]}: where the instances of a category start. */
  private final int[] start;

  /**
   * @param side what the instances are, for messages
   * @throws MetricException if an instance is of a category that the labels lack, or of stuff
   */
  InstancesByCategory(LabelSet labels, String side, List<Instance> instances) {
    int[] category = new int[instances.size()];
    start = new int[labels.size() + 1];
    for (int i = 0; i < category.length; i++) {
      category[i] = thing(labels, side, instances.get(i));
      start[category[i] + 1]++;
    }
    for (int c = 0; c < labels.size(); c++) {
      start[c + 1] += start[c];
    }
    int[] next = start.clone();
    Instance[] byCategory = new Instance[category.length];
    for (int i = 0; i < category.length; i++) {
      byCategory[next[category[i]]++] = instances.get(i);
    }
    sorted = Arrays.asList(byCategory);
  }

  /** The index of an instance's category. */
  private static int thing(LabelSet labels, String side, Instance instance) {
    int index = labels.indexOf(instance.category());
    if (index < 0) {
      throw new MetricException(
          "the "
              + side
              + " has an instance of category "
              + instance.category()
              + ", which labels "
              + labels.id()
              + " lack");
    }
    Category category = labels.categories().get(index);
    if (!category.isThing()) {
      throw new MetricException(
          "the "
              + side
              + " has an instance of "
              + category.name()
              + ", which is stuff in labels "
              + labels.id()
              + ", expected a thing");
    }
    return index;
  }

  /**
   * @param category index in the label set
   */
  List<Instance> of(int category) {
    return sorted.subList(start[category], start[category + 1]);
  }

  boolean has(int category) {
    return start[category + 1] > start[category];
  }
}
