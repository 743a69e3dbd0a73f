package io.github.segbench.api.model;

import io.github.segbench.api.inference.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The input tensors of one run and where the images lie in them. Closing it gives the buffers back
 * to the adapter for the next image; the tensors must not be used afterwards.
 */
public final class ModelInput implements AutoCloseable {
  private final Map<String, Tensor> tensors;
  private final List<ImageGeometry> geometries;
  private final Runnable release;
  private boolean closed;

  /**
   * @param geometries one for each image of the batch; of a model of parts, as many for each part
   * @param release called once, when the input is closed
   */
  public ModelInput(Map<String, Tensor> tensors, List<ImageGeometry> geometries, Runnable release) {
    this.tensors = Map.copyOf(tensors);
    this.geometries = List.copyOf(geometries);
    this.release = Objects.requireNonNull(release, "release");
  }

  public Map<String, Tensor> tensors() {
    return tensors;
  }

  public List<ImageGeometry> geometries() {
    return geometries;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
