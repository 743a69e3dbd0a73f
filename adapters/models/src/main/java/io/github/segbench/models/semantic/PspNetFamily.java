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
 * PSPNets: features pooled over a pyramid of regions. Where an export leaves out the last
 * interpolation, its authors' code has aligned corners.
 *
 * <p>Source: Zhao, Shi, Qi, Wang, Jia, CVPR 2017.
 */
public final class PspNetFamily implements ModelFamily {
  @Override
  public String id() {
    return "pspnet";
  }

  @Override
  public String description() {
    return "PSPNets: pyramid pooling, one score map a class.";
  }

  @Override
  public List<OptionSpec> options() {
    return SemanticOptions.specs();
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return SemanticSignature.of(signature).map(found -> found.fit("logits", 0.2));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(spec);
  }
}
