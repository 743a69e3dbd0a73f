package io.github.segbench.api.inference;

import java.util.List;
import java.util.Map;

/** A loaded network. {@link #run} may be called from many threads; {@link #close} after them. */
public interface InferenceSession extends AutoCloseable {
  /** What the file says of its inputs; empty if its format says nothing. */
  List<TensorInfo> inputs();

  /** What the file says of its outputs; empty if its format says nothing. */
  List<TensorInfo> outputs();

  /**
   * Runs the network once.
   *
   * @param inputs every input by name; must stay open until the call returns
   * @return to be closed when the outputs have been used; they stay valid until then, also while
   *     other runs happen and after the session is closed
   * @throws InferenceException if an input is missing, unknown or does not fit, or the run fails
   * @throws IllegalStateException if the session is closed
   */
  InferenceOutputs run(Map<String, Tensor> inputs);

  /** Unloads the network; closing again does nothing. */
  @Override
  void close();
}
