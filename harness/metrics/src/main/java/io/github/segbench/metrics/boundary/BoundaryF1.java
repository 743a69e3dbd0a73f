package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/**
 * The BF score of the classes of an image: precision is the share of the predicted outline that has
 * the true outline nearer than 0.75% of the image's diagonal, recall the share of the true outline
 * that has the predicted one as near, the score their harmonic mean.
 *
 * <p>Source: Csurka, Larlus, Perronnin 2013, What is a good evaluation measure for semantic
 * segmentation?
 */
final class BoundaryF1 {
  private static final double TOLERANCE = 0.0075;

  private final ClassMasks masks;
  private final BitRaster copy = new BitRaster();

  BoundaryF1(LabelSet labels) {
    masks = new ClassMasks(labels);
  }

  /**
   * The scores of the classes of an image, {@code [classes]}; NaN of a class that is neither in
   * truth nor in prediction.
   */
  double[] of(LabelMap truth, LabelMap prediction) {
    masks.load(truth, prediction);
    double[] scores = new double[masks.classes()];
    Arrays.fill(scores, Double.NaN);
    double width = truth.width();
    double height = truth.height();
    DiscSearch disc = new DiscSearch(TOLERANCE * TOLERANCE * (width * width + height * height));
    for (int c = 0; c < scores.length; c++) {
      if (masks.occurs(c)) {
        masks.draw(c);
        scores[c] = score(masks.truth(), masks.prediction(), disc);
      }
    }
    return scores;
  }

  private double score(BitRaster truth, BitRaster prediction, DiscSearch disc) {
    Outline.keep(truth, copy);
    Outline.keep(prediction, copy);
    int found = disc.countNear(truth, prediction);
    if (found == 0) {
      return 0;
    }
    double recall = (double) found / truth.count();
    double precision = (double) disc.countNear(prediction, truth) / prediction.count();
    return 2 * precision * recall / (precision + recall);
  }
}
