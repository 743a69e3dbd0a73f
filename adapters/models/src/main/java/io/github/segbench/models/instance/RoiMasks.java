package io.github.segbench.models.instance;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.models.NetworkOutputs;
import java.nio.FloatBuffer;

/**
 * The RoI masks of all detections, float32: {@code [n, size, size]}, {@code [n, 1, size, size]} or
 * {@code [1, n, size, size]}, or {@code [n, C, size, size]} with one for each of C things, of which
 * the detection's own counts.
 */
public final class RoiMasks {
  private final FloatBuffer values;
  private final int size;
  private final int masksPerDetection;

  private RoiMasks(FloatBuffer values, int size, int masksPerDetection) {
    this.values = values;
    this.size = size;
    this.masksPerDetection = masksPerDetection;
  }

  /**
   * @param count number of detections; the size does not matter when it is 0
   * @param things number of things of the label set
   * @throws io.github.segbench.api.model.ModelException if the output is missing or does not fit
   */
  public static RoiMasks read(NetworkOutputs outputs, String name, int count, int things) {
    String shape = "[" + count + ", size, size]";
    Tensor tensor = outputs.floats(name, shape);
    if (count == 0 && tensor.elementCount() == 0) {
      return new RoiMasks(tensor.floats(), 1, 1);
    }
    int rank = tensor.rank();
    int perDetection = masksPerDetection(tensor, count, things);
    boolean fits =
        perDetection > 0
            && tensor.dimension(rank - 1) == tensor.dimension(rank - 2)
            && tensor.elementCount() > 0;
    if (!fits) {
      throw outputs.mismatch(name, tensor, "FLOAT32" + shape);
    }
    return new RoiMasks(tensor.floats(), (int) tensor.dimension(rank - 1), perDetection);
  }

  /** 0 if the first dimensions are not those of {@code count} detections. */
  private static int masksPerDetection(Tensor tensor, int count, int things) {
    int rank = tensor.rank();
    if (rank == 3) {
      return tensor.dimension(0) == count ? 1 : 0;
    }
    if (rank != 4) {
      return 0;
    }
    long first = tensor.dimension(0);
    long second = tensor.dimension(1);
    boolean single = (first == count && second == 1) || (first == 1 && second == count);
    boolean byThing = first == count && second == things;
    return single ? 1 : byThing ? things : 0;
  }

  /** Samples a side. */
  public int size() {
    return size;
  }

  /** The samples of one detection, {@code [size, size]} row-major. */
  public float[] samples(Detection detection) {
    float[] samples = new float[size * size];
    int mask = detection.index() * masksPerDetection;
    int own = masksPerDetection == 1 ? mask : mask + detection.thing();
    values.get(own * samples.length, samples);
    return samples;
  }
}
