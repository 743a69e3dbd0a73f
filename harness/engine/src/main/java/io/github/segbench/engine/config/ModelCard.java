package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model as the catalogue describes it; its files need not be here.
 *
 * @param source where they can be had; null if the YAML does not say
 */
public record ModelCard(ModelConfig config, @Nullable DatasetSource source) {
  public ModelCard {
    Objects.requireNonNull(config, "config");
  }

  /** Where its files can be had, if the YAML says so. */
  public Optional<DatasetSource> origin() {
    return Optional.ofNullable(source);
  }
}
