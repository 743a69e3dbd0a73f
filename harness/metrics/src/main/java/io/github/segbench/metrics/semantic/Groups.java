package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.ArrayList;
import java.util.List;

/** The groups of a label set's classes, in the order in which they come up. */
final class Groups {
  static final int NONE = -1;

  private final List<String> names;

  /** Index of the group of a class, or {@link #NONE}; of void too. */
  private final int[] groupOf;

  Groups(LabelSet labels) {
    List<String> found = new ArrayList<>();
    groupOf = new int[labels.size() + 1];
    for (int c = 0; c < labels.size(); c++) {
      Category category = labels.categories().get(c);
      String group = category.group();
      if (group != null && !found.contains(group)) {
        found.add(group);
      }
      groupOf[c] = group == null ? NONE : found.indexOf(group);
    }
    groupOf[labels.size()] = NONE;
    names = List.copyOf(found);
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /**
   * @param index of a class; the number of classes for void
   */
  int groupOf(int index) {
    return groupOf[index];
  }

  /**
   * Adds pixels of one true and one predicted class to the counts of groups. A class that is
   * predicted as another one of its group is right.
   */
  void addPair(ClassCounts counts, int truth, int prediction, long pixels) {
    int trueGroup = groupOf[truth];
    int predictedGroup = groupOf[prediction];
    if (trueGroup != NONE) {
      counts.add(trueGroup, trueGroup == predictedGroup ? pixels : 0, pixels, 0);
    }
    if (predictedGroup != NONE) {
      counts.add(predictedGroup, 0, 0, pixels);
    }
  }
}
