package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ModelFamily;

final class DeepLabContractTest extends SemanticContract {
  @Override
  protected ModelFamily family() {
    return new DeepLabFamily();
  }
}
