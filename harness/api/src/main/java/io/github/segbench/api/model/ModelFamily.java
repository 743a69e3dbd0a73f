package io.github.segbench.api.model;

import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * Whether its models are networks that a backend runs. A model of another family computes its
   * outputs itself, see {@link ModelAdapter#ownSession}.
   */
  default boolean needsBackend() {
    return true;
  }

  /**
   * The names of the models that a model of this family is made of, such as {@code instance} and
   * {@code semantic}; empty if it is one network.
   */
  default List<String> parts() {
    return List.of();
  }

  /**
   * How the family would decode a network of which only the signature is known; empty if it cannot.
   */
  default Optional<FamilyFit> fit(NetworkSignature signature) {
    return Optional.empty();
  }

  /**
   * The adapter of one model.
   *
   * @throws ModelException if the description does not fit the family
   */
  ModelAdapter adapterFor(ModelSpec spec);

  /**
   * The adapter of a model that is made of others. Their tensors have its tensors' names, each
   * behind the part's name and a slash: {@code instance/image}.
   *
   * @param parts the adapter of each part, by {@link #parts}
   * @throws ModelException if the description does not fit the family, or a part gives not what the
   *     family joins
   */
  default ModelAdapter adapterFor(ModelSpec spec, Map<String, ModelAdapter> parts) {
    return adapterFor(spec);
  }
}
