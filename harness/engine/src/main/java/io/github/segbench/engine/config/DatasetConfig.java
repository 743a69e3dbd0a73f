package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.util.Objects;

/**
 * A data set of a run.
 *
 * @param name for people, such as {@code CamVid}
 * @param reader the id of the {@link DatasetReader}
 * @param subset which of its images are used
 */
public record DatasetConfig(DatasetSpec spec, String name, String reader, Subset subset) {
  public DatasetConfig {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(subset, "subset");
  }

  public String id() {
    return spec.id();
  }

  /** Id, split and subset, such as {@code shapes-test} or {@code shapes-test-first20}. */
  public String label() {
    return splitLabel() + subset.label().map(label -> "-" + label).orElse("");
  }

  /** Id and split, such as {@code shapes-test}. */
  String splitLabel() {
    return spec.id() + "-" + spec.split();
  }

  /**
   * Lists the images that are used.
   *
   * @param readers with the data set's own among them
   * @throws DatasetException if the reader cannot open the split
   */
  public Dataset open(PluginRegistry<DatasetReader> readers) {
    return subset.of(readers.get(reader).open(spec));
  }
}
