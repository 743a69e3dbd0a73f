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
 * DeepLab: atrous convolutions, from version 2 on with spatial pyramid pooling. The output is
 * called as torchvision calls it.
 *
 * <p>Source: Chen, Papandreou, Schroff, Adam, arXiv 1706.05587, 2017.
 */
public final class DeepLabFamily implements ModelFamily {
  @Override
  public String id() {
    return "deeplab";
  }

  @Override
  public String description() {
    return "DeepLab: atrous convolutions and spatial pyramid pooling, one score map a class.";
  }

  @Override
  public List<OptionSpec> options() {
    return SemanticOptions.specs("out");
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return SemanticSignature.of(signature)
        .map(
            found ->
                found.fit(
                    "out", found.isNamedAsByTorchvision() && found.outputs() > 1 ? 0.4 : 0.2));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(spec);
  }
}
