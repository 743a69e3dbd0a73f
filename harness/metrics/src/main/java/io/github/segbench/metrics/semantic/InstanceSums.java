package io.github.segbench.metrics.semantic;

/**
 * Shares of true instances that were found, and false positives of classes and groups: what iIoU is
 * computed from, of one image or of many.
 */
final class InstanceSums {
  private final double[] found;
  private final double[] foundAsGroup;
  private final long[] instances;
  private final long[] pixels;
  private final long[] falsePositives;
  private final long[] falsePositivesOfGroup;

  /** Sums of zero. */
  InstanceSums(int classes, int groups) {
    found = new double[classes];
    foundAsGroup = new double[classes];
    instances = new long[classes];
    pixels = new long[classes];
    falsePositives = new long[classes];
    falsePositivesOfGroup = new long[groups];
  }

  /** Adds instances of a class, several times. */
  void add(int index, int times, double share, double shareAsGroup, int count, long size) {
    found[index] += times * share;
    foundAsGroup[index] += times * shareAsGroup;
    instances[index] += (long) times * count;
    pixels[index] += times * size;
  }

  void addFalsePositives(int index, long more) {
    falsePositives[index] += more;
  }

  void addFalsePositivesOfGroup(int group, long more) {
    falsePositivesOfGroup[group] += more;
  }

  int classes() {
    return found.length;
  }

  int groups() {
    return falsePositivesOfGroup.length;
  }

  /** Sum over the instances of the share of their pixels that is predicted as the class. */
  double found(int index) {
    return found[index];
  }

  /** Sum over the instances of the share of their pixels that is predicted as their group. */
  double foundAsGroup(int index) {
    return foundAsGroup[index];
  }

  long instances(int index) {
    return instances[index];
  }

  /** Pixels of all instances of a class. */
  long pixels(int index) {
    return pixels[index];
  }

  /** Pixels of other classes that are predicted as the class. */
  long falsePositives(int index) {
    return falsePositives[index];
  }

  /** Pixels of classes outside the group that are predicted as one of the group. */
  long falsePositivesOfGroup(int group) {
    return falsePositivesOfGroup[group];
  }

  boolean occurs(int index) {
    return instances[index] > 0 || falsePositives[index] > 0;
  }
}
