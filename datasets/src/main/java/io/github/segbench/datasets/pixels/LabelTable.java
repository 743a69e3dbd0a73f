package io.github.segbench.datasets.pixels;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.labels.IdTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of a configuration: numbers or colours, and the names of the categories that they stand
 * for. The name {@code void} stands for the ignore id, the key {@code other} for all that the table
 * does not name.
 */
public final class LabelTable {
  private static final String VOID = "void";
  private static final String OTHER = "other";
  private static final String VALUE = "-1|[0-9]{1,5}";
  private static final String COLOUR = "#[0-9a-fA-F]{6}";

  private final LabelSet labels;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private int other = IdTable.NONE;

  /**
   * @param entries keys and names of categories
   * @throws DatasetException if a name is no category, or {@code void} where the label set has no
   *     ignore id
   */
  public LabelTable(Map<String, String> entries, LabelSet labels) {
    this.labels = labels;
    entries.forEach(
        (key, name) -> {
          if (key.equals(OTHER)) {
            other = id(key, name);
          } else {
            ids.put(key, id(key, name));
          }
        });
  }

  private int id(String key, String name) {
    if (labels.byName(name).isPresent()) {
      return labels.byName(name).get().id();
    }
    if (name.equals(VOID)) {
      return labels
          .ignoreId()
          .orElseThrow(
              () -> problem(key, "is void, for which labels '" + labels.id() + "' have no id"));
    }
    throw problem(key, "is '" + name + "', expected void or a category of '" + labels.id() + "'");
  }

  /**
   * As a coding by numbers, of which those that the table lacks are errors.
   *
   * @throws DatasetException if a key is no number of 0 to 65535 or -1, which stands for 65535
   */
  public ValueCoding ofValues() {
    SortedMap<Integer, Integer> idOfValue = new TreeMap<>();
    ids.forEach(
        (key, id) -> {
          int value = key.matches(VALUE) ? Integer.parseInt(key) : Integer.MAX_VALUE;
          if (value > LabelSet.MAX_ID) {
            throw problem(key, "is no value, expected a number of 0 to 65535");
          }
          idOfValue.put(value & LabelSet.MAX_ID, id);
        });
    return new ValueTable(new IdTable(idOfValue, other));
  }

  /**
   * As a coding by colours. A category that the table does not name has the colour of the label
   * set.
   *
   * @throws DatasetException if a key is no colour such as {@code #00ff00}, or two categories have
   *     the same one
   */
  public LabelCoding ofColours() {
    SortedMap<Integer, Integer> idOfColour = new TreeMap<>();
    for (Category category : labels.categories()) {
      if (!ids.containsValue(category.id())) {
        Integer same = idOfColour.put(category.colour(), category.id());
        if (same != null) {
          throw new DatasetException(
              "labels '"
                  + labels.id()
                  + "': categories "
                  + same
                  + " and "
                  + category.id()
                  + " both have the colour "
                  + category.colourHex());
        }
      }
    }
    ids.forEach(
        (key, id) -> {
          if (!key.matches(COLOUR)) {
            throw problem(key, "is no colour, expected #rrggbb");
          }
          idOfColour.put(Integer.parseInt(key.substring(1), 16), id);
        });
    return new ColourTable(idOfColour, other, "one of " + idOfColour.size() + " colours");
  }

  private static DatasetException problem(String key, String what) {
    return new DatasetException("table: '" + key + "' " + what);
  }
}
