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
 * LR-ASPP: the light head that MobileNetV3 segments with. The output is called as torchvision calls
 * it.
 *
 * <p>Source: Howard et al., ICCV 2019, section 6.4.
 */
public final class LrasppFamily implements ModelFamily {
  @Override
  public String id() {
    return "lraspp";
  }

  @Override
  public String description() {
    return "LR-ASPP: the light head of MobileNetV3, one score map a class.";
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
                    "out", found.isNamedAsByTorchvision() && found.outputs() == 1 ? 0.4 : 0.2));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(spec);
  }
}
