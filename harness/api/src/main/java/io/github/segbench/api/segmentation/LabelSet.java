package io.github.segbench.api.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The categories that a model predicts or a data set annotates, ordered by id, and the id that
 * means "not annotated" (void, ignore).
 */
public final class LabelSet {
  public static final int MAX_ID = 0xFFFF;

  /**
   * What result files call means over several categories; no category and no group may have such a
   * name.
   */
  public static final Set<String> RESERVED_NAMES = Set.of("all", "things", "stuff");

  /** Says that a label set has no ignore id. */
  public static final int NO_IGNORE = -1;

  private final String id;
  private final List<Category> categories;
  private final int ignoreId;
  private final int[] indexById;

  /**
   * @param categories in any order, at least one; ids and names must be unique, names and groups
   *     not {@link #RESERVED_NAMES}
   * @param ignoreId the id of void pixels, or {@link #NO_IGNORE}; must not be a category
   * @throws IllegalArgumentException naming the set and the offending category
   */
  public LabelSet(String id, List<Category> categories, int ignoreId) {
    this.id = Objects.requireNonNull(id, "id");
    List<Category> sorted = new ArrayList<>(categories);
    sorted.sort(Comparator.comparingInt(Category::id));
    this.categories = List.copyOf(sorted);
    this.ignoreId = ignoreId;
    if (this.categories.isEmpty()) {
      throw new IllegalArgumentException("label set " + id + " has no categories");
    }
    if (ignoreId < NO_IGNORE || ignoreId > MAX_ID) {
      throw new IllegalArgumentException(
          "label set " + id + ": ignore id must be 0..65535 or absent: " + ignoreId);
    }
    int largest = this.categories.get(this.categories.size() - 1).id();
    indexById = new int[largest + 1];
    Arrays.fill(indexById, -1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < this.categories.size(); i++) {
      Category category = this.categories.get(i);
      if (indexById[category.id()] >= 0) {
        throw new IllegalArgumentException(
            "label set " + id + ": id " + category.id() + " stands twice");
      }
      if (!names.add(category.name())) {
        throw new IllegalArgumentException(
            "label set " + id + ": name '" + category.name() + "' stands twice");
      }
      if (RESERVED_NAMES.contains(category.name())) {
        throw new IllegalArgumentException(
            "label set "
                + id
                + ": a category cannot be named '"
                + category.name()
                + "', which stands for a mean over categories");
      }
      String group = category.group();
      if (group != null && RESERVED_NAMES.contains(group)) {
        throw new IllegalArgumentException(
            "label set "
                + id
                + ": the group of "
                + category.name()
                + " cannot be named '"
                + group
                + "', which stands for a mean over categories");
      }
      if (category.id() == ignoreId) {
        throw new IllegalArgumentException(
            "label set " + id + ": the ignore id " + ignoreId + " is also " + category.name());
      }
      indexById[category.id()] = i;
    }
  }

  public String id() {
    return id;
  }

  /** All categories, by ascending id; position in this list is the category's index. */
  public List<Category> categories() {
    return categories;
  }

  public int size() {
    return categories.size();
  }

  /** The id of void pixels, if the set has one. */
  public OptionalInt ignoreId() {
    return ignoreId == NO_IGNORE ? OptionalInt.empty() : OptionalInt.of(ignoreId);
  }

  public boolean isIgnored(int labelId) {
    return labelId == ignoreId;
  }

  /** Position of an id in {@link #categories()}, or -1 for void and unknown ids. */
  public int indexOf(int labelId) {
    return labelId >= 0 && labelId < indexById.length ? indexById[labelId] : -1;
  }

  public Optional<Category> byId(int labelId) {
    int index = indexOf(labelId);
    return index < 0 ? Optional.empty() : Optional.of(categories.get(index));
  }

  public Optional<Category> byName(String name) {
    return categories.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  public List<Category> things() {
    return categories.stream().filter(Category::isThing).toList();
  }

  public List<Category> stuff() {
    return categories.stream().filter(c -> !c.isThing()).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelSet that
        && id.equals(that.id)
        && ignoreId == that.ignoreId
        && categories.equals(that.categories);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, ignoreId, categories);
  }

  @Override
  public String toString() {
    return "LabelSet[" + id + ", " + categories.size() + " categories]";
  }
}
