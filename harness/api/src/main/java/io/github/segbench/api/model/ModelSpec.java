package io.github.segbench.api.model;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model as its YAML describes it.
 *
 * @param id unique, such as {@code unet-shapes}
 * @param name for people, such as {@code U-Net}
 * @param family the id of the {@link ModelFamily} that decodes it
 * @param labels what the network's channels and labels stand for: channel i is the i-th category
 * @param files the weights, in one or more formats and precisions; empty for a model without a
 *     network
 * @param preprocessing how an image becomes the input tensor
 * @param options the values of the options that the family declares
 */
public record ModelSpec(
    String id,
    String name,
    String family,
    LabelSet labels,
    List<ModelFile> files,
    Preprocessing preprocessing,
    Options options) {
  public ModelSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(labels, "labels");
    files = List.copyOf(files);
    Objects.requireNonNull(preprocessing, "preprocessing");
    Objects.requireNonNull(options, "options");
  }

  /** The file of a format and a precision, if there is one. */
  public Optional<ModelFile> file(String format, Precision precision) {
    return files.stream()
        .filter(file -> file.format().equals(format) && file.precision() == precision)
        .findFirst();
  }
}
