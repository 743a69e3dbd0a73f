package io.github.segbench.api.inference;

import java.util.Map;
import java.util.Objects;

/**
 * The outputs of one run. Closing them gives the memory back to the backend; the tensors must not
 * be used afterwards.
 */
public final class InferenceOutputs implements AutoCloseable {
  private final Map<String, Tensor> tensors;
  private final Runnable release;
  private boolean closed;

  /**
   * @param release called once, when the outputs are closed
   */
  public InferenceOutputs(Map<String, Tensor> tensors, Runnable release) {
    this.tensors = Map.copyOf(tensors);
    this.release = Objects.requireNonNull(release, "release");
  }

  /**
   * @throws IllegalStateException if they are closed: the memory may be gone
   */
  public Map<String, Tensor> tensors() {
    if (closed) {
      throw new IllegalStateException("the outputs " + tensors.keySet() + " are closed");
    }
    return tensors;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
