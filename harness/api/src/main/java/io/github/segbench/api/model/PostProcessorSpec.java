package io.github.segbench.api.model;

import io.github.segbench.api.option.Options;
import java.util.Objects;

/**
 * A step of a model's chain of post-processors, as its YAML describes it.
 *
 * @param id of the {@link PostProcessor}
 * @param options the values of the options that it declares
 */
public record PostProcessorSpec(String id, Options options) {
  public PostProcessorSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(options, "options");
  }
}
