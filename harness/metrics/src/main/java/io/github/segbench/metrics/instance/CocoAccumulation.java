package io.github.segbench.metrics.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Precision and recall of every category in a slice, for any multiset of the images. */
public final class CocoAccumulation {
  private final List<DetectionCurve> curves;
  private final int images;

  /**
   * @param categories number of categories in the label set
   * @param images the matches of each image, by ascending image
   */
  CocoAccumulation(int categories, List<ImageMatches> images, Slice slice) {
    this.images = images.size();
    List<List<@Nullable CategoryMatches>> byCategory = new ArrayList<>();
    for (int c = 0; c < categories; c++) {
      byCategory.add(new ArrayList<>(Collections.nCopies(images.size(), null)));
    }
    for (int i = 0; i < images.size(); i++) {
      for (CategoryMatches matches : images.get(i).categories()) {
        byCategory.get(matches.category()).set(i, matches);
      }
    }
    curves = byCategory.stream().map(matches -> new DetectionCurve(matches, slice)).toList();
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
    List<@Nullable PrecisionRecall> result = new ArrayList<>(curves.size());
    curves.forEach(curve -> result.add(curve.compute(multiplicities)));
    return result;
  }

  /** The categories that have objects. */
  static List<PrecisionRecall> defined(List<@Nullable PrecisionRecall> categories) {
    List<PrecisionRecall> defined = new ArrayList<>();
    for (PrecisionRecall category : categories) {
      if (Objects.nonNull(category)) {
        defined.add(category);
      }
    }
    return defined;
  }
}
