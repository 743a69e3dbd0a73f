package io.github.segbench.report.published;

import java.util.Objects;

/**
 * A model as somebody else trained and scored it: all that a published number depends on, and where
 * it stands.
 *
 * @param backbone empty if it is not stated
 * @param dataset the id of the data set in configs/datasets
 * @param protocol such as {@code 19 classes}
 * @param scales {@code single} or {@code multi}, of the images at test time; empty if it is not
 *     stated
 * @param trainingData empty if it is not stated
 * @param source where the number stands, such as {@code arXiv 1511.00561, Table 3}
 * @param citation who published it and when
 */
public record PublishedModel(
    String model,
    String backbone,
    String dataset,
    String split,
    String protocol,
    String scales,
    String trainingData,
    String source,
    String citation) {
  public PublishedModel {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(backbone, "backbone");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(scales, "scales");
    Objects.requireNonNull(trainingData, "trainingData");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(citation, "citation");
  }

  /** Model and backbone in one, such as {@code PSPNet (ResNet-101)}. */
  String label() {
    return backbone.isEmpty() ? model : model + " (" + backbone + ")";
  }
}
