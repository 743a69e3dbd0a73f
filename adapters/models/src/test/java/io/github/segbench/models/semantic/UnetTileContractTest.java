package io.github.segbench.models.semantic;

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

/** A U-Net of valid convolutions: random logits for all of the input but a border of 4. */
final class UnetTileContractTest extends ModelFamilyContract {
  private static final int BORDER = 4;

  @Override
  protected ModelFamily family() {
    return new UnetFamily();
  }

  @Override
  protected ModelSpec spec() {
    return Specs.of(
        family(),
        ShapesReference.labels(),
        Specs.preprocessing(Resize.shortSide(24, 40), 1, 2),
        Map.of("tile", 20, "border", BORDER));
  }

  @Override
  protected Map<String, Tensor> outputs(ImageGeometry geometry, Random random) {
    int height = geometry.inputHeight() - 2 * BORDER;
    int width = geometry.inputWidth() - 2 * BORDER;
    return Map.of("logits", RandomOutputs.logits(random, 1, 8, height, width));
  }
}
