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
 * SegFormers: a hierarchical transformer with a light decoder. Exports usually give logits at a
 * quarter of the input's resolution.
 *
 * <p>Source: Xie et al., NeurIPS 2021.
 */
public final class SegFormerFamily implements ModelFamily {
  private static final int REDUCTION = 4;

  @Override
  public String id() {
    return "segformer";
  }

  @Override
  public String description() {
    return "SegFormers: transformer encoder, one score map a class at a quarter of the input.";
  }

  @Override
  public List<OptionSpec> options() {
    return SemanticOptions.specs();
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return SemanticSignature.of(signature)
        .map(found -> found.fit("logits", found.reduction() == REDUCTION ? 0.6 : 0.2));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    return SemanticAdapter.of(spec);
  }
}
