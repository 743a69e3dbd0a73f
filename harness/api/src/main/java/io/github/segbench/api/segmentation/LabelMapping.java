package io.github.segbench.api.segmentation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model and a data set have in common: the categories of the data set that the model
 * predicts. Predictions are brought to the data set's ids and ground truth to those categories.
 *
 * <p>Categories correspond by name, and where names differ by the mappings of the label sets: that
 * of the model's to the data set's, or else that of the data set's to the model's backwards, as far
 * as a name stands for one category alone.
 */
public final class LabelMapping {
  private final LabelSet shared;
  private final List<Category> leftOut;
  private final @Nullable IdTranslation prediction;
  private final @Nullable IdTranslation groundTruth;

  private LabelMapping(LabelSet model, LabelSet dataset, Map<Integer, Category> pairs) {
    Set<Category> predicted = new HashSet<>(pairs.values());
    this.leftOut = dataset.categories().stream().filter(c -> !predicted.contains(c)).toList();
    this.shared =
        leftOut.isEmpty()
            ? dataset
            : new LabelSet(
                dataset.id(),
                dataset.categories().stream().filter(predicted::contains).toList(),
                dataset.voidId());
    boolean sameIds =
        pairs.size() == model.size()
            && model.categories().stream().allMatch(c -> isSame(c, pairs.get(c.id())))
            && model.ignoreId().equals(dataset.ignoreId());
    this.prediction = sameIds ? null : new IdTranslation(model, pairs, dataset.voidId());
    Map<Integer, Category> kept = new HashMap<>();
    shared.categories().forEach(category -> kept.put(category.id(), category));
    this.groundTruth =
        leftOut.isEmpty() ? null : new IdTranslation(dataset, kept, dataset.voidId());
  }

  /** Of what is a thing on one side alone, instances are dropped and segments become one. */
  private static boolean isSame(Category predicted, @Nullable Category category) {
    return category != null
        && predicted.id() == category.id()
        && predicted.isThing() == category.isThing();
  }

  /**
   * @return empty if the two have no category in common
   */
  public static Optional<LabelMapping> between(LabelSet model, LabelSet dataset) {
    Map<Integer, Category> pairs = CategoryPairs.of(model, dataset);
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelMapping(model, dataset, pairs));
  }

  /**
   * The data set's label set with the categories alone that the model predicts; the data set's own
   * if that is all of them. Else its ignore id is the data set's {@link LabelSet#voidId}.
   */
  public LabelSet shared() {
    return shared;
  }

  /** The categories of the data set that the model does not predict, by id. */
  public List<Category> leftOut() {
    return leftOut;
  }

  /**
   * A prediction in the data set's ids; the same object when nothing changes. What the data set
   * does not know becomes void, instances and segments of it are dropped.
   */
  public Segmentations apply(Segmentations predicted) {
    return prediction == null ? predicted : prediction.apply(predicted);
  }

  /**
   * Ground truth without the categories that the model does not predict; the same object when there
   * are none. Their pixels become void, instances and segments of them are dropped.
   */
  public Segmentations restrict(Segmentations truth) {
    return groundTruth == null ? truth : groundTruth.apply(truth);
  }
}
