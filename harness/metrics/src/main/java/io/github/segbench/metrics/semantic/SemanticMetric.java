package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.Convention;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named semantic metric: a number over all classes, one of each class, or both.
 *
 * @param name its standard name
 * @param overall null if it has no number over all classes
 * @param perClass null if it has no number of a class
 * @param partition whether it is of classes or of their groups
 * @param only the convention that has it; null if all do
 */
public record SemanticMetric(
    String name,
    @Nullable OverallFormula overall,
    @Nullable ClassFormula perClass,
    Partition partition,
    @Nullable Convention only)
    implements ClassMetric {
  public SemanticMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(partition, "partition");
    if (overall == null && perClass == null) {
      throw new IllegalArgumentException("metric " + name + " has no formula");
    }
  }

  /** A metric of classes that every convention has. */
  public SemanticMetric(
      String name, @Nullable OverallFormula overall, @Nullable ClassFormula perClass) {
    this(name, overall, perClass, Partition.CLASSES, null);
  }

  /** What of it has a meaning for some of the classes; empty if nothing has. */
  Optional<SemanticMetric> ofChosenClasses() {
    if (partition == Partition.GROUPS) {
      return Optional.empty();
    }
    if (overall == null || overall.isClassMean()) {
      return Optional.of(this);
    }
    return perClass == null
        ? Optional.empty()
        : Optional.of(new SemanticMetric(name, null, perClass, partition, only));
  }

  @Override
  public int counts() {
    return partition.ordinal();
  }

  @Override
  public boolean under(Convention convention) {
    return only == null || only == convention;
  }
}
