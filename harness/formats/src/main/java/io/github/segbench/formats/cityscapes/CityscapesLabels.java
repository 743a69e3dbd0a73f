package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The 19 labels that Cityscapes evaluates as label sets, under either of their two numberings.
 * Predictions under train ids are brought to label ids by name, with {@code
 * LabelMapping.between(CityscapesLabels.trainIds(), CityscapesLabels.evaluated())}.
 */
public final class CityscapesLabels {
  private CityscapesLabels() {}

  /**
   * The evaluated labels under their label ids, 7 road to 33 bicycle; what the official files of
   * ground truth and results hold. Void is 0 ({@code unlabeled}); the other labels that are not
   * evaluated are ids outside the set.
   */
  public static LabelSet evaluated() {
    return labelSet("cityscapes", CityscapesLabel::id, CityscapesLabel.UNLABELED.id());
  }

  /** The evaluated labels under their train ids, 0 road to 18 bicycle; void is 255. */
  public static LabelSet trainIds() {
    return labelSet(
        "cityscapes-train-ids", CityscapesLabel::trainId, CityscapesLabel.IGNORED_TRAIN_ID);
  }

  private static LabelSet labelSet(String id, ToIntFunction<CityscapesLabel> ids, int ignoreId) {
    return new LabelSet(
        id,
        Arrays.stream(CityscapesLabel.values())
            .filter(CityscapesLabel::isEvaluated)
            .map(label -> label.toCategory(ids.applyAsInt(label)))
            .toList(),
        ignoreId);
  }

  /** The label of an id in {@code labelIds.png} files; -1 is the license plate. */
  public static Optional<CityscapesLabel> byId(int labelId) {
    return Arrays.stream(CityscapesLabel.values())
        .filter(label -> label.id() == labelId)
        .findFirst();
  }

  /** The evaluated label of a train id 0..18; empty for others. */
  public static Optional<CityscapesLabel> byTrainId(int trainId) {
    return Arrays.stream(CityscapesLabel.values())
        .filter(label -> label.isEvaluated() && label.trainId() == trainId)
        .findFirst();
  }

  /** The label of an official name, such as {@code traffic light}. */
  public static Optional<CityscapesLabel> byName(String name) {
    return Arrays.stream(CityscapesLabel.values())
        .filter(label -> label.label().equals(name))
        .findFirst();
  }
}
