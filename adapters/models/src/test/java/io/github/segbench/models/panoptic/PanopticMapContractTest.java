package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.testkit.ModelFamilyContract;
import java.util.Map;
import java.util.Random;

final class PanopticMapContractTest extends ModelFamilyContract {
  @Override
  protected ModelFamily family() {
    return new PanopticMapFamily();
  }

  @Override
  protected ModelSpec spec() {
    return Specs.of(
        family(),
        ShapesReference.labels(),
        Specs.preprocessing(Resize.letterbox(48, 40), 16, 1),
        Map.of("labelDivisor", 10L));
  }

  /** Eight categories with up to three instances each. */
  @Override
  protected Map<String, Tensor> outputs(ImageGeometry geometry, Random random) {
    int height = geometry.inputHeight();
    int width = geometry.inputWidth();
    Tensor map = Tensor.allocate(ElementType.INT32, 1, height, width);
    for (int i = 0; i < height * width; i++) {
      map.ints().put(i, 10 * random.nextInt(8) + random.nextInt(3));
    }
    return Map.of("panoptic_ids", map);
  }
}
