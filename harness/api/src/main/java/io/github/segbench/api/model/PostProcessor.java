package io.github.segbench.api.model;

import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/**
 * A kind of step that is put around a network or behind its adapter, such as a sliding window or a
 * dense CRF. Found through {@link java.util.ServiceLoader}; has a public constructor without
 * parameters.
 */
public interface PostProcessor {

  /** The value of {@code id} under {@code postprocessors} in a model's YAML. */
  String id();

  /** One sentence for {@code segbench list}. */
  String description();

  List<OptionSpec> options();

  /**
   * The step for one model.
   *
   * @throws ModelException if the options do not fit each other or the model
   */
  PostProcessing forModel(ModelSpec model, Options options);
}
