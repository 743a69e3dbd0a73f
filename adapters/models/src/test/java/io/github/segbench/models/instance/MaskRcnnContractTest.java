package io.github.segbench.models.instance;

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

final class MaskRcnnContractTest extends ModelFamilyContract {
  @Override
  protected ModelFamily family() {
    return new MaskRcnnFamily();
  }

  @Override
  protected ModelSpec spec() {
    return Specs.of(
        family(),
        ShapesReference.labels(),
        Specs.preprocessing(Resize.letterbox(48, 40), 16, 1),
        Map.of("maskFormat", "roi-logit-28"));
  }

  @Override
  protected Map<String, Tensor> outputs(ImageGeometry geometry, Random random) {
    return RandomOutputs.detections(geometry, "masks", random);
  }
}
