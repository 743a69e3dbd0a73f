package io.github.segbench.metrics.semantic;

/**
 * The connected regions of the classes in a ground truth: pixels of one class that touch, by an
 * edge or a corner. Found by union-find over runs.
 */
final class Regions {
  private final JointRuns runs;

  /** A run of the same region that comes before, or the run itself. */
  private final int[] parents;

  Regions(JointRuns runs) {
    this.runs = runs;
    this.parents = new int[runs.size()];
    int above = 0;
    int row = 0;
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
      if (i > 0 && runs.row(i) > runs.row(i - 1)) {
        above = row;
        row = i;
      }
      if (i > row && runs.truth(i) == runs.truth(i - 1)) {
        parents[i] = rootOf(i - 1);
      }
      above = joinAbove(i, above, row);
    }
  }

  /**
   * Joins a run with those of the row above that touch it.
   *
   * @param above the first run of that row that may
   * @param row the first run of its own row
   * @return the first run above that may touch the next run of the row
   */
  private int joinAbove(int run, int above, int row) {
    int from = runs.from(run);
    int to = runs.to(run);
    int first = above;
    while (first < row && runs.to(first) < from) {
      first++;
    }
    for (int other = first; other < row && runs.from(other) <= to; other++) {
      if (runs.truth(other) == runs.truth(run)) {
        join(run, other);
      }
    }
    return first;
  }

  private void join(int run, int other) {
    int first = rootOf(run);
    int second = rootOf(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  private int rootOf(int run) {
    int root = run;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /**
   * Every region of a class.
   *
   * @param classes number of classes; regions of void are left out
   */
  void forEach(int classes, RegionConsumer consumer) {
    int[] areas = new int[parents.length];
    int[] right = new int[parents.length];
    for (int i = 0; i < parents.length; i++) {
      int root = rootOf(i);
      areas[root] += runs.pixels(i);
      right[root] += runs.prediction(i) == runs.truth(i) ? runs.pixels(i) : 0;
    }
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == i && runs.truth(i) < classes) {
        consumer.accept(runs.truth(i), areas[i], right[i]);
      }
    }
  }

  /** Takes a region: its class, its pixels and those that are predicted right. */
  @FunctionalInterface
  interface RegionConsumer {
    void accept(int index, int area, int right);
  }
}
