package io.github.segbench.models.instance;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.models.NetworkOutputs;
import java.nio.FloatBuffer;

/**
 * The RoI masks of all detections, float32 {@code [n, size, size]} or {@code [n, 1, size, size]}.
 */
public final class RoiMasks {
  private final FloatBuffer values;
  private final int size;

  private RoiMasks(FloatBuffer values, int size) {
    this.values = values;
    this.size = size;
  }

  /**
   * @param count number of detections; the size does not matter when it is 0
   * @throws io.github.segbench.api.model.ModelException if the output is missing or does not fit
   */
  public static RoiMasks read(NetworkOutputs outputs, String name, int count) {
    String shape = "[" + count + ", size, size]";
    Tensor tensor = outputs.floats(name, shape);
    if (count == 0 && tensor.elementCount() == 0) {
      return new RoiMasks(tensor.floats(), 1);
    }
    int rank = tensor.rank();
    boolean fits =
        (rank == 3 || (rank == 4 && tensor.dimension(1) == 1))
            && tensor.dimension(0) == count
            && tensor.dimension(rank - 1) == tensor.dimension(rank - 2)
            && tensor.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(name, tensor, "FLOAT32" + shape);
    }
    return new RoiMasks(tensor.floats(), (int) tensor.dimension(rank - 1));
  }

  /** Samples a side. */
  public int size() {
    return size;
  }

  /** The samples of one detection, {@code [size, size]} row-major. */
  public float[] samples(Detection detection) {
    float[] samples = new float[size * size];
    values.get(detection.index() * samples.length, samples);
    return samples;
  }
}
