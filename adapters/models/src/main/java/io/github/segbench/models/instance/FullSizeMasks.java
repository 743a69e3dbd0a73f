package io.github.segbench.models.instance;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.BilinearAxis;
import io.github.segbench.models.CroppedGrid;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Masks over the network's whole input, float32 probabilities or bool, uint8 or int32 bitmaps,
 * {@code [n, H, W]}, {@code [n, 1, H, W]} or {@code [1, n, H, W]}: padding is cut off, the rest
 * brought to the original size bilinearly.
 */
final class FullSizeMasks implements DetectionMasks {
  private static final List<ElementType> PROBABILITY = List.of(ElementType.FLOAT32);
  private static final List<ElementType> BITMAP =
      List.of(ElementType.BOOL, ElementType.UINT8, ElementType.INT32);

  private final String output;
  private final List<ElementType> types;
  private final float threshold;

  /**
   * @param output name of the network's output
   * @param format a pasted one
   * @param threshold a pixel above it belongs to the object; by Detectron2's rule one at it too
   */
  FullSizeMasks(String output, MaskFormat format, PasteRule rule, double threshold) {
    this.output = output;
    this.types = format == MaskFormat.PASTED_BITMAP ? BITMAP : PROBABILITY;
    this.threshold = rule.exceeded((float) threshold);
  }

  @Override
  public List<Mask> masks(
      NetworkOutputs outputs, int count, List<Detection> chosen, ImageGeometry geometry) {
    int inputHeight = geometry.inputHeight();
    int inputWidth = geometry.inputWidth();
    String shape = "[" + count + ", " + inputHeight + ", " + inputWidth + "]";
    Tensor tensor = outputs.get(output, types, shape);
    int rank = tensor.rank();
    boolean fits =
        countOf(tensor) == count
            && tensor.dimension(rank - 2) == inputHeight
            && tensor.dimension(rank - 1) == inputWidth;
    boolean nothing = count == 0 && tensor.elementCount() == 0;
    if (!fits && !nothing) {
      throw outputs.mismatch(output, tensor, tensor.type() + shape);
    }
    CroppedGrid grid = new CroppedGrid(inputWidth, inputHeight, geometry);
    BilinearAxis horizontal = grid.bilinearX();
    BilinearAxis vertical = grid.bilinearY();
    float[] values = new float[chosen.isEmpty() ? 0 : inputHeight * inputWidth];
    List<Mask> masks = new ArrayList<>(chosen.size());
    for (Detection detection : chosen) {
      read(tensor, detection.index() * values.length, values);
      masks.add(mask(values, inputWidth, horizontal, vertical));
    }
    return masks;
  }

  /** Number of masks; -1 if the tensor has no shape of masks. */
  private static long countOf(Tensor tensor) {
    return switch (tensor.rank()) {
      case 3 -> tensor.dimension(0);
      case 4 ->
          tensor.dimension(0) == 1 || tensor.dimension(1) == 1
              ? tensor.dimension(0) * tensor.dimension(1)
              : -1;
      default -> -1;
    };
  }

  private static void read(Tensor tensor, int start, float[] values) {
    if (tensor.type() == ElementType.FLOAT32) {
      tensor.floats().get(start, values);
      return;
    }
    boolean wide = tensor.type() == ElementType.INT32;
    IntUnaryOperator value = wide ? tensor.ints()::get : tensor.bytes()::get;
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsInt(start + i) == 0 ? 0 : 1;
    }
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
