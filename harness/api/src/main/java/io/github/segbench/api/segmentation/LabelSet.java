package io.github.segbench.api.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The categories that a model predicts or a data set annotates, ordered by id, the id that means
 * "not annotated" (void, ignore), and what categories are called in other label sets.
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

  /** Stands in a mapping for the name of a category that the other label set has nothing for. */
  public static final String NO_CATEGORY = "void";

  private final String id;
  private final List<Category> categories;
  private final int ignoreId;
  private final Map<String, Map<String, String>> mappings;
  private final int[] indexById;

  /**
   * @param categories in any order, at least one; ids and names must be unique, names and groups
   *     not {@link #RESERVED_NAMES}
   * @param ignoreId the id of void pixels, or {@link #NO_IGNORE}; must not be a category
   * @throws IllegalArgumentException naming the set and the offending category
   */
  public LabelSet(String id, List<Category> categories, int ignoreId) {
    this(id, categories, ignoreId, Map.of());
  }

  /**
   * @param categories in any order, at least one; ids and names must be unique, names and groups
   *     not {@link #RESERVED_NAMES}
   * @param ignoreId the id of void pixels, or {@link #NO_IGNORE}; must not be a category
   * @param mappings by the id of another label set, the names there of categories that have another
   *     name here, or {@link #NO_CATEGORY}
   * @throws IllegalArgumentException naming the set and the offending category
   */
  public LabelSet(
      String id,
      List<Category> categories,
      int ignoreId,
      Map<String, Map<String, String>> mappings) {
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
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    mappings.forEach(
        (other, renamed) -> {
          for (String name : renamed.keySet()) {
            if (!names.contains(name)) {
              throw new IllegalArgumentException(
                  "label set " + id + ": the mapping to " + other + " has no category " + name);
            }
          }
          copy.put(other, Collections.unmodifiableMap(new LinkedHashMap<>(renamed)));
        });
    this.mappings = Collections.unmodifiableMap(copy);
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

  /** The id of void pixels; if the set has none, the largest id that is no category. */
  public int voidId() {
    int voidId = ignoreId == NO_IGNORE ? MAX_ID : ignoreId;
    while (indexOf(voidId) >= 0) {
      voidId--;
    }
    return voidId;
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

  /**
   * What categories are called in other label sets: by the id of the other set, name here to name
   * there.
   */
  public Map<String, Map<String, String>> mappings() {
    return mappings;
  }

  /**
   * The names that categories have in another label set, by their names here. Those that are
   * missing keep their names; {@link #NO_CATEGORY} says that there is none.
   */
  public Map<String, String> namesIn(String otherId) {
    return mappings.getOrDefault(otherId, Map.of());
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
        && categories.equals(that.categories)
        && mappings.equals(that.mappings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, ignoreId, categories, mappings);
  }

  @Override
  public String toString() {
    return "LabelSet[" + id + ", " + categories.size() + " categories]";
  }
}
