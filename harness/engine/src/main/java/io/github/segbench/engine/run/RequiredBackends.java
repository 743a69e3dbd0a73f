package io.github.segbench.engine.run;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.util.List;
import java.util.Optional;

/** Makes sure, before any work, that those backends are there which a run cannot do without. */
final class RequiredBackends {
  private final PluginRegistry<Backend> backends;

  RequiredBackends(PluginRegistry<Backend> backends) {
    this.backends = backends;
  }

  /**
   * @throws BackendUnavailableException naming every required backend that is not there, and why
   */
  void check(RunConfig config) {
    List<String> problems =
        config.backends().stream()
            .filter(BackendConfig::required)
            .flatMap(backend -> problem(backend).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new BackendUnavailableException(String.join("; ", problems), null);
    }
  }

  private Optional<String> problem(BackendConfig required) {
    Backend backend = backends.get(required.id());
    String name =
        "backend "
            + required.id()
            + " on "
            + required.device().id()
            + " in "
            + required.precision().id()
            + " is required but not there: ";
    if (!backend.precisions().contains(required.precision())) {
      return Optional.of(name + "it cannot run this precision");
    }
    try {
      backend.requireWorking(required.device(), required.options());
      return Optional.empty();
    } catch (BackendUnavailableException e) {
      return Optional.of(name + e.getMessage());
    }
  }
}
