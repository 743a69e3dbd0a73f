package io.github.segbench.models.instance;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.BilinearAxis;
import io.github.segbench.models.CroppedGrid;
import io.github.segbench.models.NetworkOutputs;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Masks from probabilities over the network's whole input, float32 {@code [n, H, W]} or {@code [n,
 * 1, H, W]}: padding is cut off, the rest brought to the original size bilinearly.
 */
final class FullSizeMasks implements DetectionMasks {
  private final String output;
  private final float threshold;

  /**
   * @param output name of the network's output
   * @param threshold a pixel above it belongs to the object
   */
  FullSizeMasks(String output, double threshold) {
    this.output = output;
    this.threshold = (float) threshold;
  }

  @Override
  public List<Mask> masks(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry) {
    int inputHeight = geometry.inputHeight();
    int inputWidth = geometry.inputWidth();
    String shape = "[" + count + ", " + inputHeight + ", " + inputWidth + "]";
    Tensor tensor = outputs.floats(output, shape);
    int rank = tensor.rank();
    boolean fits =
        (rank == 3 || (rank == 4 && tensor.dimension(1) == 1))
            && tensor.dimension(0) == count
            && tensor.dimension(rank - 2) == inputHeight
            && tensor.dimension(rank - 1) == inputWidth;
    boolean nothing = count == 0 && tensor.elementCount() == 0;
    if (!fits && !nothing) {
      throw outputs.mismatch(output, tensor, "FLOAT32" + shape);
    }
    CroppedGrid grid = new CroppedGrid(inputWidth, inputHeight, geometry);
    BilinearAxis horizontal = grid.bilinearX();
    BilinearAxis vertical = grid.bilinearY();
    float[] values = new float[chosen.isEmpty() ? 0 : inputHeight * inputWidth];
    FloatBuffer all = tensor.floats();
    List<Mask> masks = new ArrayList<>(chosen.size());
    for (Detection detection : chosen) {
      all.get(detection.index() * values.length, values);
      masks.add(mask(values, inputWidth, horizontal, vertical));
    }
    return masks;
  }

  private Mask mask(float[] values, int stride, BilinearAxis horizontal, BilinearAxis vertical) {
    int width = horizontal.targetLength();
    int height = vertical.targetLength();
    boolean[] bitmap = new boolean[width * height];
    for (int y = 0, i = 0; y < height; y++) {
      int above = vertical.lower(y) * stride;
      int below = vertical.upper(y) * stride;
      for (int x = 0; x < width; x++, i++) {
        float left = blend(vertical, y, values, above, below, horizontal.lower(x));
        float right = blend(vertical, y, values, above, below, horizontal.upper(x));
        float value = horizontal.lowerWeight(x) * left + horizontal.upperWeight(x) * right;
        bitmap[i] = value > threshold;
      }
    }
    return Mask.ofBitmap(width, height, bitmap);
  }

  private static float blend(
      BilinearAxis vertical, int y, float[] values, int above, int below, int column) {
    return vertical.lowerWeight(y) * values[above + column]
        + vertical.upperWeight(y) * values[below + column];
  }
}
