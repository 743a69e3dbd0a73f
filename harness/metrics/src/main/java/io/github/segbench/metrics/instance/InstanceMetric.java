package io.github.segbench.metrics.instance;

import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;

/**
 * A named instance metric.
 *
 * @param name its standard name
 * @param overlap of what: masks, boxes or boundaries
 * @param perCategory whether it is also reported for each thing of the label set
 * @param hasInterval whether its interval is computed, which takes time
 */
public record InstanceMetric(
    String name,
    Overlap overlap,
    DetectionFormula formula,
    boolean perCategory,
    boolean hasInterval)
    implements MetricDefinition {
  public InstanceMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(formula, "formula");
  }

  /** The same number of boxes or boundaries; its name says so: boxAP, boundaryAP. */
  public InstanceMetric of(Overlap other) {
    return new InstanceMetric(other.prefix() + name, other, formula, perCategory, hasInterval);
  }

  /** Numbers of masks are COCO's own and always computed; the others take their time again. */
  @Override
  public boolean onRequest() {
    return overlap != Overlap.MASK;
  }

  @Override
  public boolean under(Convention convention) {
    return convention == Convention.COCO;
  }
}
