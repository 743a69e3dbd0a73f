package io.github.segbench.metrics.panoptic;

import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;

/**
 * A named panoptic metric, reported as the mean over all categories, over things and over stuff,
 * and for each category.
 *
 * @param name its standard name
 * @param overlap by which segments match
 * @param things formula of a thing
 * @param stuff formula of a category of stuff
 * @param onRequest whether it is computed only when it is asked for
 */
public record PanopticMetric(
    String name,
    PanopticOverlap overlap,
    SegmentFormula things,
    SegmentFormula stuff,
    boolean onRequest)
    implements MetricDefinition {
  public PanopticMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(things, "things");
    Objects.requireNonNull(stuff, "stuff");
  }

  /** A metric of segments matched by their masks, with one formula. */
  public PanopticMetric(String name, SegmentFormula formula) {
    this(name, PanopticOverlap.MASK, formula, formula, false);
  }

  /** A metric of segments matched by masks and boundaries; it must be asked for. */
  public static PanopticMetric ofBoundaries(String name, SegmentFormula formula) {
    return new PanopticMetric(name, PanopticOverlap.BOUNDARY, formula, formula, true);
  }

  /** Modified PQ: things as in PQ, stuff by {@link StuffOverlap}; it must be asked for. */
  public static PanopticMetric modifiedQuality(String name) {
    return new PanopticMetric(
        name, PanopticOverlap.MASK, new PanopticQuality(), new StuffOverlap(), true);
  }
}
