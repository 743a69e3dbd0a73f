package io.github.segbench.api.model;

import java.util.Map;
import java.util.Objects;

/**
 * How a family would decode a network, judged by its signature.
 *
 * @param certainty 0 (possible) to 1 (nothing else has such a signature); of several families that
 *     fit, the most certain is proposed
 * @param reason what in the signature speaks for it, one sentence
 * @param options values of the family's options that differ from the defaults, by name, as YAML
 *     would write them
 */
public record FamilyFit(double certainty, String reason, Map<String, String> options) {
  public FamilyFit {
    if (!(certainty >= 0 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty must lie in 0..1: " + certainty);
    }
    Objects.requireNonNull(reason, "reason");
    options = Map.copyOf(options);
  }
}
