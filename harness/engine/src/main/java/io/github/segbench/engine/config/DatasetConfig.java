package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSpec;
import java.util.Objects;

/**
 * A data set of a run.
 *
 * @param name for people, such as {@code CamVid}
 * @param reader the id of the {@link io.github.segbench.api.dataset.DatasetReader}
 * @param limit evaluate the first so many samples; 0 for all
 */
public record DatasetConfig(DatasetSpec spec, String name, String reader, int limit) {
  public DatasetConfig {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be >= 0: " + limit);
    }
  }

  public String id() {
    return spec.id();
  }

  /** Id and split, such as {@code shapes-test}. */
  public String label() {
    return spec.id() + "-" + spec.split();
  }
}
