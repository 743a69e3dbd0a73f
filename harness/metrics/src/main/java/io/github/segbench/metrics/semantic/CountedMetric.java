package io.github.segbench.metrics.semantic;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named semantic metric of pixels that are counted in another way than all of them once. It is
 * computed on request.
 *
 * @param name its standard name
 * @param counting how pixels are counted
 * @param counts position of its counts among those of the counting
 * @param overall null if it has no number over all classes
 * @param perClass null if it has no number of a class
 */
public record CountedMetric(
    String name,
    ClassCounting counting,
    int counts,
    @Nullable OverallFormula overall,
    @Nullable ClassFormula perClass)
    implements ClassMetric {
  public CountedMetric {
    Objects.requireNonNull(name, "name");
    Objects.checkIndex(counts, counting.counts());
    if (overall == null && perClass == null) {
      throw new IllegalArgumentException("metric " + name + " has no formula");
    }
  }

  /** What of it has a meaning for some of the classes; empty if nothing has. */
  Optional<CountedMetric> ofChosenClasses() {
    if (overall == null || overall.isClassMean()) {
      return Optional.of(this);
    }
    return perClass == null
        ? Optional.empty()
        : Optional.of(new CountedMetric(name, counting, counts, null, perClass));
  }

  @Override
  public boolean onRequest() {
    return true;
  }
}
