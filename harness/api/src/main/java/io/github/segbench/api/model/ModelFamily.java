package io.github.segbench.api.model;

import io.github.segbench.api.option.OptionSpec;
import java.util.List;

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
   * The adapter of one model.
   *
   * @throws ModelException if the description does not fit the family
   */
  ModelAdapter adapterFor(ModelSpec spec);
}
