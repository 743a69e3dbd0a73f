package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.pixels.ValueCoding;
import io.github.segbench.formats.labels.IdTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * PASCAL Context's own ids, 1 to 459, as ids of a label set: by name. What the set has no category
 * for becomes 0, background or void as the set says.
 *
 * <p>Source of the names: labels.txt of the original release (R. Mottaghi et al., The Role of
 * Context for Object Detection and Semantic Segmentation in the Wild, CVPR 2014), in the order in
 * which public readers of its MATLAB files list them.
 */
final class ContextLabels implements ValueCoding {
  private static final String NAMES = "names459.txt";
  private static final int REST = 0;

  private final IdTable table;
  private final String description;

  private ContextLabels(SortedMap<Integer, Integer> idOfClass) {
    SortedMap<Integer, Integer> all = new TreeMap<>(idOfClass);
    for (int id = 0; id <= names().size(); id++) {
      all.putIfAbsent(id, REST);
    }
    this.table = new IdTable(all, IdTable.NONE);
    this.description = "classes " + idOfClass;
  }

  /**
   * @throws DatasetException if the label set has a name that PASCAL Context has not, or 0 is
   *     neither background nor void in it
   */
  static ContextLabels of(LabelSet labels) {
    List<String> names = names();
    SortedMap<Integer, Integer> idOfClass = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      int own = i + 1;
      labels.byName(names.get(i)).ifPresent(category -> idOfClass.put(own, category.id()));
    }
    for (Category category : labels.categories()) {
      if (category.id() != REST && !names.contains(category.name())) {
        throw new DatasetException(
            "labels '"
                + labels.id()
                + "': PASCAL Context has no class '"
                + category.name()
                + "', expected names of its 459 classes");
      }
    }
    if (labels.indexOf(REST) < 0 && !labels.isIgnored(REST)) {
      throw new DatasetException(
          "labels '" + labels.id() + "': id 0 is no category, expected background or ignore");
    }
    return new ContextLabels(idOfClass);
  }

  /** The names of the ids 1, 2, ... */
  static List<String> names() {
    InputStream resource =
        Objects.requireNonNull(ContextLabels.class.getResourceAsStream(NAMES), NAMES);
    List<String> names = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        names.add(line);
      }
    } catch (IOException e) {
      throw new DatasetException(NAMES + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return names;
  }

  /**
   * @param values PASCAL Context's own ids
   */
  @Override
  public LabelMap apply(LabelMap values, String where) {
    return table.apply(values, where);
  }

  /** Each class that has a category with the id of that. */
  @Override
  public String description() {
    return description;
  }
}
