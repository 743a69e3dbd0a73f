package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.TextType;
import java.util.List;

/** The keys of a run's backend. */
final class BackendKeys {
  static final String ID = "id";

  static final Key<String> DEVICE =
      Key.optional(
          "device",
          new TextType("cpu, cuda or cuda:N", "cpu|cuda(:[0-9]{1,3})?"),
          "cpu",
          "What the networks run on: cpu, cuda or cuda:N.");
  static final Key<Precision> PRECISION =
      Key.optional(
          "precision",
          ChoiceType.of("precision", List.of(Precision.values()), Precision::id),
          Precision.FP32,
          "The number format that the networks compute in.");
  static final Key<Boolean> REQUIRED =
      Key.optional(
          "required",
          new BooleanType(),
          false,
          "If true, the run stops at once when the backend or device is not there; if false, its"
              + " trials are skipped.");

  final Key<String> id;

  final PluginOptions options;

  final Keys entry;

  private final Plugins plugins;

  BackendKeys(Plugins plugins, PathVariables variables) {
    this.plugins = plugins;
    id =
        Key.required(
            ID, ChoiceType.of("backend", plugins.backends().ids()), "The inference engine.");
    options = new PluginOptions("backend", plugins.backends(), Backend::options, variables);
    entry = Keys.of(List.of(id, DEVICE, PRECISION, REQUIRED), id, options.variants());
  }

  /**
   * @throws InferenceException if device, precision and options contradict one another
   */
  void requireConsistent(BackendConfig backend) {
    plugins
        .backends()
        .get(backend.id())
        .requireConsistent(backend.device(), backend.precision(), backend.options());
  }
}
