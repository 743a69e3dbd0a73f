package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.RandomOutputs;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.testkit.ModelFamilyContract;
import java.util.Map;
import java.util.Random;

final class PanopticFpnContractTest extends ModelFamilyContract {
  @Override
  protected ModelFamily family() {
    return new PanopticFpnFamily();
  }

  @Override
  protected ModelSpec spec() {
    return Specs.of(
        family(),
        ShapesReference.labels(),
        Specs.preprocessing(Resize.letterbox(48, 40), 16, 1),
        Map.of("stuffAreaLimit", 4L, "maskFormat", "roi-logit-28"));
  }

  @Override
  protected Map<String, Tensor> outputs(ImageGeometry geometry, Random random) {
    Map<String, Tensor> outputs = RandomOutputs.detections(geometry, "masks", random);
    outputs.put(
        "semantic_logits",
        RandomOutputs.logits(random, 1, 8, geometry.inputHeight() / 4, geometry.inputWidth() / 4));
    return outputs;
  }
}
