package io.github.segbench.engine.config;

import io.github.segbench.api.model.ModelSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model of a run.
 *
 * @param parameters number of weights; null if the YAML does not say
 * @param macs multiply-accumulate operations an image at the training size; null likewise
 */
public record ModelConfig(ModelSpec spec, @Nullable Long parameters, @Nullable Long macs) {
  public ModelConfig {
    Objects.requireNonNull(spec, "spec");
  }

  public String id() {
    return spec.id();
  }
}
