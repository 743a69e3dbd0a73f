package io.github.segbench.metrics.evaluation;

/**
 * How intervals are computed: resamples of the images, drawn with replacement.
 *
 * @param resamples 0 for no intervals
 * @param seed fixed, so that a run can be repeated
 */
public record BootstrapSettings(int resamples, long seed) {
  public static final BootstrapSettings DEFAULT = new BootstrapSettings(2000, 20_260_101);

  public BootstrapSettings {
    if (resamples < 0) {
      throw new IllegalArgumentException("resamples must be >= 0: " + resamples);
    }
  }
}
