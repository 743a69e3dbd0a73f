package io.github.segbench.api.dataset;

import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Objects;

/**
 * What a reader needs to open a data set.
 *
 * @param id the id of the data set's configuration
 * @param split the name of the split
 * @param labels the label set that the configuration names
 * @param options the values of the options that the reader declares
 */
public record DatasetSpec(String id, String split, LabelSet labels, Options options) {
  public DatasetSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(options, "options");
  }
}
