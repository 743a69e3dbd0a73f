package io.github.segbench.engine.config;

import java.util.Objects;

/**
 * The comparison of a run's backends with one another: how far they agree on the same images.
 *
 * @param reference id or label of the backend that the others are compared with; empty for the
 *     first one
 * @param images the first so many of each data set; 0 if nothing is compared
 * @param maxDifference of any number that a network gives, absolute
 * @param minAgreement of the labels of any image, as a fraction of its pixels
 * @param demand whether the run fails if a limit is not kept
 */
public record ParityConfig(
    String reference, int images, double maxDifference, double minAgreement, boolean demand) {
  public static final ParityConfig OFF = new ParityConfig("", 0, 0, 1, false);

  public ParityConfig {
    Objects.requireNonNull(reference, "reference");
  }

  public boolean enabled() {
    return images > 0;
  }

  /** Whether the reference is this backend, by its id or its label. */
  public boolean isReference(BackendConfig backend) {
    return reference.equals(backend.id()) || reference.equals(backend.label());
  }
}
