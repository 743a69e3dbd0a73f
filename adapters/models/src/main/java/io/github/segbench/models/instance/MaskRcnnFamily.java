package io.github.segbench.models.instance;

import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mask R-CNNs, and every other network that gives boxes, labels, scores and masks.
 *
 * <p>Source: He, Gkioxari, Dollar, Girshick, ICCV 2017.
 */
public final class MaskRcnnFamily implements ModelFamily {
  @Override
  public String id() {
    return "mask-rcnn";
  }

  @Override
  public String description() {
    return "Mask R-CNNs: boxes, labels, scores and a small mask for each object.";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(InstanceHead.options());
    options.add(ExtraInputs.option());
    return List.copyOf(options);
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return DetectorSignature.of(signature)
        .filter(detector -> detector.others().stream().noneMatch(DetectorSignature::isScoreMap))
        .map(DetectorSignature::fit);
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    SingleImage.require(spec);
    return new MaskRcnnAdapter(spec);
  }
}
