package io.github.segbench.formats.export;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.cityscapes.CityscapesLabel;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import java.util.Optional;

/** Translates the ids of a label set to Cityscapes' label ids, by name. */
final class CityscapesIds {
  private final LabelSet labels;
  private final short[] idOf = new short[LabelSet.MAX_ID + 1];

  /**
   * @throws FormatException if no category has a name of Cityscapes
   */
  CityscapesIds(LabelSet labels) {
    this.labels = labels;
    boolean any = false;
    for (Category category : labels.categories()) {
      Optional<CityscapesLabel> label = official(category);
      label.ifPresent(found -> idOf[category.id()] = (short) found.id());
      any |= label.isPresent();
    }
    if (!any) {
      throw new FormatException(
          "labels " + labels.id() + ": no category has a name of Cityscapes, such as road");
    }
  }

  /** The license plate has no id that a file could hold. */
  private static Optional<CityscapesLabel> official(Category category) {
    return CityscapesLabels.byName(category.name()).filter(label -> label.id() >= 0);
  }

  /** The map in label ids; 0 where the id is void or its category unknown to Cityscapes. */
  LabelMap translate(LabelMap map) {
    short[] from = map.labels();
    short[] to = new short[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = idOf[from[i] & LabelSet.MAX_ID];
    }
    return new LabelMap(map.width(), map.height(), to);
  }

  /** The official label of a category id; empty if Cityscapes does not know it. */
  Optional<CityscapesLabel> label(int categoryId) {
    return labels.byId(categoryId).flatMap(CityscapesIds::official);
  }
}
