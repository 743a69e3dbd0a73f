package io.github.segbench.api.model;

import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.Optional;

/**
 * A family of networks that are decoded alike, such as FCN or Mask R-CNN. Found through {@link
 * java.util.ServiceLoader}; has a public constructor without parameters.
 */
public interface ModelFamily {
  /** The value of {@code family} in {@code configs/models/*.yaml}. */
  String id();

  /** One sentence for {@code segbench list}. */
  String description();

  List<OptionSpec> options();

  /**
   * Whether its models are networks that a backend runs. A model of another family computes its
   * outputs itself, see {@link ModelAdapter#ownSession}.
   */
  default boolean needsBackend() {
    return true;
  }

  /**
   * How the family would decode a network of which only the signature is known; empty if it cannot.
   */
  default Optional<FamilyFit> fit(NetworkSignature signature) {
    return Optional.empty();
  }

  /**
   * The adapter of one model.
   *
   * @throws ModelException if the description does not fit the family
   */
  ModelAdapter adapterFor(ModelSpec spec);
}
