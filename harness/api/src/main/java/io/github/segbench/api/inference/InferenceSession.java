package io.github.segbench.api.inference;

import java.util.List;
import java.util.Map;

/** A loaded network. {@link #run} may be called from many threads; {@link #close} once, after. */
public interface InferenceSession extends AutoCloseable {
  List<TensorInfo> inputs();

  List<TensorInfo> outputs();

  /**
   * Runs the network once.
   *
   * @param inputs every input by name; must stay open until the call returns
   * @return to be closed when the outputs have been used; outputs of earlier runs stay valid until
   *     they are closed
   * @throws InferenceException if an input is missing or does not fit, or the run fails
   */
  InferenceOutputs run(Map<String, Tensor> inputs);

  @Override
  void close();
}
