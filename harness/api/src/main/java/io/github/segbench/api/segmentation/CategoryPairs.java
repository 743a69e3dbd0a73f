package io.github.segbench.api.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which category of a data set each category of a model stands for.
 *
 * <p>Equal names correspond, unless a mapping says otherwise. The mapping of the model's label set
 * is used as it stands; where that has none to the data set's, the mapping of the data set's label
 * set is used backwards. Backwards, a name that several categories of the data set have in the
 * model stands for none of them.
 */
final class CategoryPairs {
  private CategoryPairs() {}

  /** The data set's category by the id of the model's; those that have none are missing. */
  static Map<Integer, Category> of(LabelSet model, LabelSet dataset) {
    boolean forwards = !model.namesIn(dataset.id()).isEmpty();
    return forwards ? forwards(model, dataset) : backwards(model, dataset);
  }

  private static Map<Integer, Category> forwards(LabelSet model, LabelSet dataset) {
    Map<Integer, Category> pairs = new HashMap<>();
    for (Category category : model.categories()) {
      counterpart(model, category, dataset).ifPresent(found -> pairs.put(category.id(), found));
    }
    return pairs;
  }

  private static Map<Integer, Category> backwards(LabelSet model, LabelSet dataset) {
    Map<Integer, List<Category>> candidates = new HashMap<>();
    for (Category category : dataset.categories()) {
      counterpart(dataset, category, model)
          .ifPresent(
              found ->
                  candidates.computeIfAbsent(found.id(), id -> new ArrayList<>()).add(category));
    }
    Map<Integer, Category> pairs = new HashMap<>();
    candidates.forEach(
        (id, all) -> {
          if (all.size() == 1) {
            pairs.put(id, all.get(0));
          }
        });
    return pairs;
  }

  private static Optional<Category> counterpart(LabelSet from, Category category, LabelSet to) {
    String name = from.namesIn(to.id()).get(category.name());
    if (name == null) {
      return to.byName(category.name());
    }
    return name.equals(LabelSet.NO_CATEGORY) ? Optional.empty() : to.byName(name);
  }
}
