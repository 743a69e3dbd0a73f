package io.github.segbench.metrics.semantic;

/**
 * The score of the ADE20K scene parsing challenge: the mean of pixel accuracy and mIoU.
 *
 * <p>Source: CSAILVision/sceneparsing, demoEvaluation.m and its README.
 */
public final class Ade20kScore implements OverallFormula {
  private final OverallFormula pixelAccuracy = new PixelAccuracy();
  private final OverallFormula meanIou = new ClassMean(new IntersectionOverUnion());

  @Override
  public double of(ClassCounts counts, ClassAveraging averaging) {
    return (pixelAccuracy.of(counts, averaging) + meanIou.of(counts, averaging)) / 2;
  }
}
