package io.github.segbench.models.semantic;

import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.Optional;

/**
 * Fully convolutional networks, and every other network that gives one score map a class and needs
 * nothing special from its input.
 *
 * <p>Source: Long, Shelhamer, Darrell, CVPR 2015.
 */
public final class FcnFamily implements ModelFamily {
  @Override
  public String id() {
    return "fcn";
  }

  @Override
  public String description() {
    return "Fully convolutional networks: one score map a class, at any resolution.";
  }

  @Override
  public List<OptionSpec> options() {
    return SemanticOptions.specs();
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return SemanticSignature.of(signature)
        .map(found -> found.fit("logits", found.tile().isPresent() ? 0.1 : 0.5));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(spec);
  }
}
