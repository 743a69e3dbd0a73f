package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.semantic.ClassCounter;
import io.github.segbench.metrics.semantic.ClassCounting;
import io.github.segbench.metrics.semantic.ClassCounts;
import java.util.List;

/**
 * Counts the pixels of the boundaries of each class's mask: those up to {@link MaskBoundary#width}
 * steps inside of its border, which the image's border is part of.
 *
 * <p>Source: Cheng, Girshick, Dollar, Berg, Kirillov 2021, Boundary IoU; the erosion is that of
 * bowenc0221/boundary-iou-api, {@code mask_to_boundary}. Predictions on void ground truth are taken
 * away first.
 */
public record InnerBoundaries() implements ClassCounting {
  @Override
  public int counts() {
    return 1;
  }

  @Override
  public ClassCounter counter(LabelSet labels) {
    ClassMasks masks = new ClassMasks(labels);
    SquareErosion erosion = new SquareErosion();
    BitRaster inner = new BitRaster();
    return (truth, prediction) -> {
      masks.load(truth, prediction);
      int radius = MaskBoundary.width(truth.width(), truth.height());
      ClassCounts counts = new ClassCounts(labels.size());
      for (int c = 0; c < labels.size(); c++) {
        if (masks.occurs(c)) {
          masks.draw(c);
          BitRaster trueBoundary = masks.truth();
          BitRaster predictedBoundary = masks.prediction();
          keepBoundary(trueBoundary, inner, radius, erosion);
          keepBoundary(predictedBoundary, inner, radius, erosion);
          counts.add(
              c,
              trueBoundary.countCommon(predictedBoundary),
              trueBoundary.count(),
              predictedBoundary.count());
        }
      }
      return List.of(counts);
    };
  }

  private static void keepBoundary(
      BitRaster mask, BitRaster inner, int radius, SquareErosion erosion) {
    inner.copyFrom(mask);
    erosion.erode(inner, radius, false);
    mask.remove(inner);
  }
}
