package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a list of metrics: those over all classes first, then those of each class. */
final class SemanticNumbers {
  private final List<Quantity> quantities;
  private final List<Entry> entries;

  /**
   * @param names of the classes, for each of the counts; metrics of counts without a class are left
   *     out
   */
  SemanticNumbers(
      List<List<String>> names, ClassAveraging averaging, List<? extends ClassMetric> metrics) {
    List<Quantity> named = new ArrayList<>();
    List<Entry> computed = new ArrayList<>();
    for (ClassMetric metric : metrics) {
      OverallFormula overall = metric.overall();
      if (overall != null && !names.get(metric.counts()).isEmpty()) {
        named.add(new Quantity(metric.name(), MetricValue.ALL));
        computed.add(new Entry(metric.counts(), sums -> overall.of(sums, averaging)));
      }
    }
    for (ClassMetric metric : metrics) {
      ClassFormula perClass = metric.perClass();
      if (perClass != null) {
        List<String> classes = names.get(metric.counts());
        for (int c = 0; c < classes.size(); c++) {
          int index = c;
          named.add(new Quantity(metric.name(), classes.get(c)));
          computed.add(new Entry(metric.counts(), sums -> perClass.of(sums, index)));
        }
      }
    }
    this.quantities = List.copyOf(named);
    this.entries = List.copyOf(computed);
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /**
   * @param counts as many as there are lists of names
   * @return {@code [quantities]}, NaN where undefined
   */
  double[] of(List<ClassCounts> counts) {
    double[] values = new double[entries.size()];
    for (int i = 0; i < values.length; i++) {
      Entry entry = entries.get(i);
      values[i] = entry.formula().of(counts.get(entry.counts()));
    }
    return values;
  }

  /** A number and the counts that it is computed from. */
  private record Entry(int counts, Formula formula) {}

  @FunctionalInterface
  private interface Formula {
    double of(ClassCounts counts);
  }
}
