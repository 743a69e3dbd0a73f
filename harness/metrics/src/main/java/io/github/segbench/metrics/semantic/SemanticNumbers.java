package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The numbers of a list of metrics: those over all classes first, then those of each class. */
final class SemanticNumbers {
  private final List<Quantity> quantities = new ArrayList<>();
  private final List<ToDoubleFunction<ClassCounts>> formulas = new ArrayList<>();

  SemanticNumbers(LabelSet labels, ClassAveraging averaging, List<SemanticMetric> metrics) {
    for (SemanticMetric metric : metrics) {
      OverallFormula overall = metric.overall();
      if (overall != null) {
        quantities.add(new Quantity(metric.name(), MetricValue.ALL));
        formulas.add(counts -> overall.of(counts, averaging));
      }
    }
    for (SemanticMetric metric : metrics) {
      ClassFormula perClass = metric.perClass();
      if (perClass != null) {
        for (Category category : labels.categories()) {
          int index = labels.indexOf(category.id());
          quantities.add(new Quantity(metric.name(), category.name()));
          formulas.add(counts -> perClass.of(counts, index));
        }
      }
    }
  }

  List<Quantity> quantities() {
    return List.copyOf(quantities);
  }

  /** {@code [quantities]}, NaN where undefined. */
  double[] of(ClassCounts counts) {
    double[] numbers = new double[formulas.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = formulas.get(i).applyAsDouble(counts);
    }
    return numbers;
  }
}
