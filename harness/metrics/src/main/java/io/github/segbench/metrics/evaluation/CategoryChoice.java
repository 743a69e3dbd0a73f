package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Some of the categories of a label set, and where each stands among them. */
public final class CategoryChoice {
  private final LabelSet labels;
  private final int[] positions;

  private CategoryChoice(LabelSet all, List<Category> chosen) {
    labels = new LabelSet(all.id(), chosen, all.ignoreId().orElse(LabelSet.NO_IGNORE));
    positions = all.categories().stream().mapToInt(c -> labels.indexOf(c.id())).toArray();
  }

  /** The categories that fit; empty if none does. */
  public static Optional<CategoryChoice> of(LabelSet all, Predicate<Category> fits) {
    List<Category> chosen = all.categories().stream().filter(fits).toList();
    return chosen.isEmpty() ? Optional.empty() : Optional.of(new CategoryChoice(all, chosen));
  }

  /** The label set of the chosen categories alone, in their order. */
  public LabelSet labels() {
    return labels;
  }

  /**
   * Position of a category in {@link #labels()}, -1 if it is not chosen.
   *
   * @param index in the label set of all
   */
  public int position(int index) {
    return positions[index];
  }
}
