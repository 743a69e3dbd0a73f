package io.github.segbench.metrics.semantic;

/** What a metric counts pixels by. */
public enum Partition {
  /** The classes of the label set. */
  CLASSES,
  /**
   * The groups of the classes, as Cityscapes' categories; there is none if no class has a group.
   */
  GROUPS
}
