package io.github.segbench.engine.score;

import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.statistics.SliceValues;
import io.github.segbench.metrics.statistics.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which parts of the data are scored apart, beside the whole.
 *
 * @param byFrequency rare, common and frequent categories
 * @param tags value by kind of tag, for each image by its position; empty for no slices by tag
 */
public record SliceChoice(boolean byFrequency, Map<Integer, Map<String, String>> tags) {
  /** The whole alone. */
  public static final SliceChoice NONE = new SliceChoice(false, Map.of());

  public SliceChoice {
    tags = Map.copyOf(tags);
  }

  List<SliceValues> of(Accumulator accumulator, BootstrapSettings bootstrap) {
    Slices slices = new Slices(accumulator, bootstrap);
    List<SliceValues> values = new ArrayList<>();
    if (byFrequency) {
      values.addAll(slices.byFrequency());
    }
    values.addAll(slices.byTag(tags));
    return values;
  }
}
