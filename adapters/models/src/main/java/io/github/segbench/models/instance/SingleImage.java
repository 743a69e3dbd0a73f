package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import java.util.List;

/**
 * The rule that networks with detections, whose number differs by image, run one image at a time.
 */
public final class SingleImage {
  private SingleImage() {}

  /**
   * @throws ModelException if the model is declared with larger batches
   */
  public static void require(ModelSpec spec) {
    int maxBatch = spec.preprocessing().maxBatch();
    if (maxBatch != 1) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": maxBatch is "
              + maxBatch
              + ", family "
              + spec.family()
              + " takes 1 image at a time");
    }
  }

  /**
   * The geometry of the batch's one image.
   *
   * @throws ModelException if there is another number of images
   */
  public static ImageGeometry of(String model, List<ImageGeometry> geometries) {
    if (geometries.size() != 1) {
      throw new ModelException(
          "model " + model + ": a batch of " + geometries.size() + " images, expected 1");
    }
    return geometries.get(0);
  }
}
