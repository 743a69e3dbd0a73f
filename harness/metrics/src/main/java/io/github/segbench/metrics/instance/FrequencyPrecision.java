package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.Objects;

/**
 * Average precision over the categories of one frequency.
 *
 * <p>Source: Gupta, Dollar, Girshick 2019, LVIS, section 3.1: APr, APc, APf.
 */
public record FrequencyPrecision(Frequency frequency, AveragePrecision precision)
    implements DetectionFormula {
  public FrequencyPrecision {
    Objects.requireNonNull(frequency, "frequency");
    Objects.requireNonNull(precision, "precision");
  }

  /** AP over the thresholds 0.50:0.05:0.95 and objects of all sizes. */
  public static FrequencyPrecision of(Frequency frequency) {
    return new FrequencyPrecision(frequency, AveragePrecision.of(AreaRange.ALL));
  }

  @Override
  public Slice slice() {
    return precision.slice();
  }

  @Override
  public boolean covers(Category category) {
    return category.frequency() == frequency;
  }

  @Override
  public boolean exists(LabelSet labels) {
    return labels.categories().stream().anyMatch(category -> category.frequency() != null);
  }

  @Override
  public double of(List<CategoryScores> categories) {
    return precision.of(categories);
  }
}
