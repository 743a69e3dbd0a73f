package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.labels.IdTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The category that each label of Cityscapes has in a label set, by name: the label's own ({@code
 * car}), or else, for a label that is evaluated, its official category ({@code vehicle}). All other
 * labels are void.
 */
public final class CityscapesCategories {
  /** Stands for no category. */
  static final int VOID = -1;

  private static final int LABELS = CityscapesLabel.values().length - 1;

  private final LabelSet labels;

  /** {@code [34]} category ids by label id. */
  private final int[] categoryOfLabel = new int[LABELS];

  private final IdTable table;

  private CityscapesCategories(LabelSet labels) {
    this.labels = labels;
    for (int id = 0; id < LABELS; id++) {
      categoryOfLabel[id] = CityscapesLabels.byId(id).flatMap(this::find).orElse(VOID);
    }
    this.table = table();
  }

  private IdTable table() {
    Map<Integer, Integer> idOfLabel = new HashMap<>();
    for (int id = 0; id < LABELS; id++) {
      int category = categoryOfLabel[id];
      idOfLabel.put(id, category == VOID ? labels.ignoreId().orElse(VOID) : category);
    }
    return new IdTable(idOfLabel, IdTable.NONE);
  }

  private Optional<Integer> find(CityscapesLabel label) {
    Optional<Category> found = labels.byName(label.label());
    if (found.isEmpty() && label.isEvaluated()) {
      found = labels.byName(label.category());
    }
    return found.map(Category::id);
  }

  /**
   * @throws FormatException if a category has a name that is neither a label's nor an official
   *     category's, or some labels are void and the set has no ignore id for them
   */
  public static CityscapesCategories of(LabelSet labels) {
    CityscapesCategories categories = new CityscapesCategories(labels);
    Set<Integer> found =
        Arrays.stream(categories.categoryOfLabel).boxed().collect(Collectors.toSet());
    for (Category category : labels.categories()) {
      if (!found.contains(category.id())) {
        throw new FormatException(
            "labels "
                + labels.id()
                + ": '"
                + category.name()
                + "' stands for no label of Cityscapes, expected names such as 'traffic light' or"
                + " 'vehicle'");
      }
    }
    if (found.contains(VOID) && labels.ignoreId().isEmpty()) {
      throw new FormatException(
          "labels " + labels.id() + " have no ignore id, expected one for the other labels");
    }
    return categories;
  }

  /** The ids of void and of the labels' categories in the order of the labels, as one line. */
  public String describe() {
    return "categories "
        + Arrays.toString(categoryOfLabel)
        + ", void "
        + (labels.ignoreId().isEmpty() ? "none" : labels.ignoreId().getAsInt());
  }

  LabelSet labels() {
    return labels;
  }

  /** The category of a label, {@link #VOID} if it has none. */
  int of(int label) {
    return label < LABELS ? categoryOfLabel[label] : VOID;
  }

  /**
   * A map of label ids in ids of the label set; void is the ignore id.
   *
   * @param where the map comes from, the beginning of the message
   * @throws FormatException if an id is no label of Cityscapes
   */
  LabelMap apply(LabelMap map, String where) {
    return table.apply(map, where);
  }
}
