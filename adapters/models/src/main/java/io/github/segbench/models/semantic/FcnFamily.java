package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.List;

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
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(
        spec.id(),
        new ImagePreprocessor(spec.id(), spec.preprocessing()),
        SemanticOptions.decoder(spec));
  }
}
