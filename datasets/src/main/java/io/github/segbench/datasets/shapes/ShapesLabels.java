package io.github.segbench.datasets.shapes;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;

/** The label ids of the scenes, and the check that a configured label set names them. */
final class ShapesLabels {
  static final int SKY = 0;
  static final int GRASS = 1;
  static final int ROAD = 2;
  static final int WATER = 3;

  /** The label of the first {@link ThingKind}. */
  static final int FIRST_THING = 4;

  static final int VOID = 255;

  /** The names by id. */
  private static final List<String> NAMES =
      List.of("sky", "grass", "road", "water", "circle", "square", "triangle", "star");

  private ShapesLabels() {}

  /**
   * @throws DatasetException saying what differs, if ids, names, things or void are not those of
   *     the scenes
   */
  static void require(LabelSet labels, String dataset) {
    if (labels.size() != NAMES.size()) {
      throw misfit(labels, dataset, labels.size() + " categories, expected 8: " + NAMES);
    }
    for (int i = 0; i < NAMES.size(); i++) {
      Category category = labels.categories().get(i);
      boolean thing = i >= FIRST_THING;
      boolean fits =
          category.id() == i && category.name().equals(NAMES.get(i)) && category.isThing() == thing;
      if (!fits) {
        String found = describe(category.id(), category.name(), category.isThing());
        throw misfit(labels, dataset, found + ", expected " + describe(i, NAMES.get(i), thing));
      }
    }
    if (labels.ignoreId().orElse(LabelSet.NO_IGNORE) != VOID) {
      throw misfit(labels, dataset, "an ignore id other than " + VOID);
    }
  }

  private static String describe(int id, String name, boolean thing) {
    return id + " " + name + " (" + (thing ? "thing" : "stuff") + ")";
  }

  private static DatasetException misfit(LabelSet labels, String dataset, String found) {
    return new DatasetException(
        "data set " + dataset + ": labels '" + labels.id() + "' do not fit Shapes: " + found);
  }
}
