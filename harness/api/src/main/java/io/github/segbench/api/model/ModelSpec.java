package io.github.segbench.api.model;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param postProcessors what is done around and behind the network, in order
 * @param parts the models that it is made of, by the names that its family gives them; empty for
 *     one network
 */
public record ModelSpec(
    String id,
    String name,
    String family,
    LabelSet labels,
    List<ModelFile> files,
    Preprocessing preprocessing,
    Options options,
    List<PostProcessorSpec> postProcessors,
    Map<String, ModelSpec> parts) {
  public ModelSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(labels, "labels");
    files = List.copyOf(files);
    Objects.requireNonNull(preprocessing, "preprocessing");
    Objects.requireNonNull(options, "options");
    postProcessors = List.copyOf(postProcessors);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** A model that is one network. */
  public ModelSpec(
      String id,
      String name,
      String family,
      LabelSet labels,
      List<ModelFile> files,
      Preprocessing preprocessing,
      Options options,
      List<PostProcessorSpec> postProcessors) {
    this(id, name, family, labels, files, preprocessing, options, postProcessors, Map.of());
  }

  /** A model without post-processors. */
  public ModelSpec(
      String id,
      String name,
      String family,
      LabelSet labels,
      List<ModelFile> files,
      Preprocessing preprocessing,
      Options options) {
    this(id, name, family, labels, files, preprocessing, options, List.of());
  }

  /** The same with another preprocessing. */
  public ModelSpec withPreprocessing(Preprocessing other) {
    return new ModelSpec(id, name, family, labels, files, other, options, postProcessors, parts);
  }

  /** Whether a backend runs it or a part of it; a model without weights runs by itself. */
  public boolean needsBackend() {
    return !files.isEmpty() || parts.values().stream().anyMatch(ModelSpec::needsBackend);
  }

  /** The file of a format and a precision, if there is one. */
  public Optional<ModelFile> file(String format, Precision precision) {
    return files.stream()
        .filter(file -> file.format().equals(format) && file.precision() == precision)
        .findFirst();
  }
}
