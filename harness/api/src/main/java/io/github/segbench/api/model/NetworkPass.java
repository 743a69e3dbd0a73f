package io.github.segbench.api.model;

import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import java.util.List;
import java.util.Map;

/**
 * One way from a batch's input tensors to output tensors: a run of the network, or the runs of a
 * {@link PostProcessing.AroundNetwork step around it}. Safe to use from many threads.
 */
@FunctionalInterface
public interface NetworkPass {

  /**
   * @param inputs every input of the network by name; must stay open until the call returns
   * @param geometries where the batch's images lie in them, one for each
   * @return to be closed when the outputs have been used
   * @throws InferenceException if a run fails
   * @throws ModelException if an input or output has another type or shape than is expected
   */
  InferenceOutputs run(Map<String, Tensor> inputs, List<ImageGeometry> geometries);
}
