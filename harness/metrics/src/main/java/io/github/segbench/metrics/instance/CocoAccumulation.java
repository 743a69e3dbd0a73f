package io.github.segbench.metrics.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Precision and recall of every category in a slice, for any multiset of the images. */
public final class CocoAccumulation {
  private final List<DetectionCurve> curves;
  private final int images;

  CocoAccumulation(MatchTable table, Slice slice) {
    images = table.images();
    curves =
        table.categories().parallelStream().map(all -> new DetectionCurve(all, slice)).toList();
  }

  /** Every image counted once: element {@code c} is of category {@code c}, null without objects. */
  public List<@Nullable PrecisionRecall> compute() {
    int[] once = new int[images];
    Arrays.fill(once, 1);
    return compute(once);
  }

  /**
   * @param multiplicities how often each image counts
   */
  List<@Nullable PrecisionRecall> compute(int[] multiplicities) {
    CurveBuffers buffers = new CurveBuffers();
    List<@Nullable PrecisionRecall> result = new ArrayList<>(curves.size());
    curves.forEach(curve -> result.add(curve.precisionRecall(multiplicities, buffers)));
    return result;
  }

  /**
   * The means of the curves alone, without keeping them.
   *
   * @param multiplicities how often each image counts
   */
  List<@Nullable CategoryScores> scores(int[] multiplicities, CurveBuffers buffers) {
    List<@Nullable CategoryScores> result = new ArrayList<>(curves.size());
    for (DetectionCurve curve : curves) {
      result.add(curve.scores(multiplicities, buffers));
    }
    return result;
  }
}
