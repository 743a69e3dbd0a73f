package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.RandomOutputs;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.testkit.ModelFamilyContract;
import java.util.Map;
import java.util.Random;

/** Random logits at half the input's resolution. */
abstract class SemanticContract extends ModelFamilyContract {
  @Override
  protected ModelSpec spec() {
    return Specs.of(
        family(),
        ShapesReference.labels(),
        Specs.preprocessing(Resize.shortSide(24, 40), 8, 2),
        Map.of());
  }

  @Override
  protected Map<String, Tensor> outputs(ImageGeometry geometry, Random random) {
    Tensor logits =
        RandomOutputs.logits(random, 1, 8, geometry.inputHeight() / 2, geometry.inputWidth() / 2);
    return Map.of(spec().options().string("output"), logits);
  }
}
