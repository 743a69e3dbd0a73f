package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.instance.DetectorSignature;
import io.github.segbench.models.instance.InstanceHead;
import io.github.segbench.models.instance.SingleImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Panoptic FPNs, and every other network with a semantic head and a detector whose outputs are
 * joined by {@link HeuristicMerge}.
 *
 * <p>Source: Kirillov, Girshick, He, Dollar, "Panoptic Feature Pyramid Networks", CVPR 2019.
 */
public final class PanopticFpnFamily implements ModelFamily {
  private static final String SEMANTIC = "semanticOutput";
  private static final String DEFAULT_SEMANTIC = "semantic_logits";

  /** Less than UPSNet's, which has the same outputs if its masks are logits. */
  private static final double CERTAINTY = 0.8;

  @Override
  public String id() {
    return "panoptic-fpn";
  }

  @Override
  public String description() {
    return "Panoptic FPNs: semantic scores and detections, joined by score order and area limits.";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>();
    options.add(
        OptionSpec.string(
            SEMANTIC, DEFAULT_SEMANTIC, "Name of the semantic output, float32 [1, C, h, w]."));
    options.addAll(InstanceHead.options());
    options.addAll(HeuristicMerge.options());
    return List.copyOf(options);
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return DetectorSignature.of(signature)
        .flatMap(
            detector ->
                detector.others().stream()
                    .filter(DetectorSignature::isScoreMap)
                    .findFirst()
                    .map(semantic -> fit(detector, semantic)));
  }

  private static FamilyFit fit(DetectorSignature detector, TensorInfo semantic) {
    FamilyFit instances = detector.fit();
    Map<String, String> options = new HashMap<>(instances.options());
    if (!semantic.name().equals(DEFAULT_SEMANTIC)) {
      options.put(SEMANTIC, semantic.name());
    }
    return new FamilyFit(
        Math.min(CERTAINTY, instances.certainty()),
        "class scores of every pixel in '" + semantic.name() + "', and " + instances.reason(),
        options);
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    SingleImage.require(spec);
    return new PanopticFpnAdapter(spec, spec.options().string(SEMANTIC));
  }
}
