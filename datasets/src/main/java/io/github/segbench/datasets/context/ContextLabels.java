package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PASCAL Context's own ids, 1 to 459, as ids of a label set: by name. What the set has no category
 * for becomes 0, background or void as the set says.
 *
 * <p>Source of the names: labels.txt of the original release (R. Mottaghi et al., The Role of
 * Context for Object Detection and Semantic Segmentation in the Wild, CVPR 2014), in the order in
 * which public readers of its MATLAB files list them.
 */
final class ContextLabels {
  private static final String NAMES = "names459.txt";
  private static final int REST = 0;

  private final short[] idOf;

  private ContextLabels(short[] idOf) {
    this.idOf = idOf;
  }

  /**
   * @throws DatasetException if the label set has a name that PASCAL Context has not, or 0 is
   *     neither background nor void in it
   */
  static ContextLabels of(LabelSet labels) {
    List<String> names = names();
    short[] idOf = new short[names.size() + 1];
    for (int i = 0; i < names.size(); i++) {
      @Nullable Category category = labels.byName(names.get(i)).orElse(null);
      idOf[i + 1] = (short) (category == null ? REST : category.id());
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
    return new ContextLabels(idOf);
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
   * A map of ids of the label set.
   *
   * @param raw PASCAL Context's own ids
   * @param where the map comes from, for messages
   * @throws FormatException naming the first pixel with an id beyond the largest
   */
  LabelMap map(LabelMap raw, String where) {
    short[] ids = new short[raw.width() * raw.height()];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      int id = raw.at(pixel);
      if (id >= idOf.length) {
        throw new FormatException(
            where
                + ": label "
                + id
                + " at x="
                + pixel % raw.width()
                + " y="
                + pixel / raw.width()
                + ", expected 0.."
                + (idOf.length - 1));
      }
      ids[pixel] = idOf[id];
    }
    return new LabelMap(raw.width(), raw.height(), ids);
  }
}
