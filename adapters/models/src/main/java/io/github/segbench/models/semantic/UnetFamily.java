package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.List;

/**
 * U-Nets: encoder and decoder with skip connections. Sides that must divide by the product of the
 * pooling strides are declared as {@code padMultiple}.
 *
 * <p>Source: Ronneberger, Fischer, Brox, MICCAI 2015.
 */
public final class UnetFamily implements ModelFamily {
  @Override
  public String id() {
    return "unet";
  }

  @Override
  public String description() {
    return "U-Nets: encoder and decoder with skip connections, one score map a class.";
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
