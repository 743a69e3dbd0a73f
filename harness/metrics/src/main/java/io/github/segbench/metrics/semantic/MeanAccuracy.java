package io.github.segbench.metrics.semantic;

/** Mean recall over the classes with ground truth, under every convention (Long et al. 2015). */
public final class MeanAccuracy implements OverallFormula {
  private final Recall recall = new Recall();

  @Override
  public double of(ClassCounts counts, ClassAveraging averaging) {
    return ClassAveraging.ANNOTATED.mean(recall, counts);
  }

  @Override
  public boolean isClassMean() {
    return true;
  }
}
