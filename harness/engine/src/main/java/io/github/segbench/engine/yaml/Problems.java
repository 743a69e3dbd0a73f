package io.github.segbench.engine.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that it can all be reported at once. Not for use by many threads. */
public final class Problems {
  /** One thing that is wrong, on one line. */
  public record Problem(Place place, String message) {}

  private final Set<Problem> found = new LinkedHashSet<>();
  private int count;

  /** Takes note of a problem; one that is met twice is reported once. */
  public void add(Place place, String message) {
    count++;
    found.add(new Problem(place, message));
  }

  /** How often {@link #add} was called; a reader compares it before and after. */
  public int count() {
    return count;
  }

  /** All problems: sources in the order of their first problem, within a source by position. */
  public List<Problem> inOrder() {
    List<Source> sources = found.stream().map(p -> p.place().source()).distinct().toList();
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<Problem>comparingInt(p -> sources.indexOf(p.place().source()))
            .thenComparingInt(p -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    return sorted;
  }
}
