package io.github.segbench.models;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The outputs of one run of a model; what does not fit ends in an error that names the model. */
public final class NetworkOutputs {
  private final String model;
  private final Map<String, Tensor> tensors;

  /**
   * @param model id of the model, for messages
   */
  public NetworkOutputs(String model, Map<String, Tensor> tensors) {
    this.model = model;
    this.tensors = tensors;
  }

  /**
   * One output.
   *
   * @param types the element types that the decoder reads
   * @param shape the shape that it expects, in words such as {@code [n, 4]}
   * @throws ModelException if the output is missing or has another element type
   */
  public Tensor get(String name, List<ElementType> types, String shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new ModelException(
          "model "
              + model
              + ": output '"
              + name
              + "' is missing, expected "
              + expected(types, shape)
              + "; the network gave "
              + new TreeSet<>(tensors.keySet()));
    }
    if (!types.contains(tensor.type())) {
      throw mismatch(name, tensor, expected(types, shape));
    }
    return tensor;
  }

  /** An output of float32 elements. */
  public Tensor floats(String name, String shape) {
    return get(name, List.of(ElementType.FLOAT32), shape);
  }

  /** The error for an output whose type or shape does not fit. */
  public ModelException mismatch(String name, Tensor found, String expected) {
    return new ModelException(
        "model " + model + ": output '" + name + "' is " + found + ", expected " + expected);
  }

  /** The error for an output whose channels are not those of the label set. */
  public ModelException wrongChannels(String name, Tensor found, long channels, LabelSet labels) {
    return new ModelException(
        "model "
            + model
            + ": output '"
            + name
            + "' is "
            + found
            + ", which has "
            + channels
            + " channels, expected "
            + labels.size()
            + ", one for each category of labels "
            + labels.id());
  }

  /** The error for an output with a value that does not fit. */
  public ModelException badValue(String name, String found, String expected) {
    return new ModelException(
        "model " + model + ": output '" + name + "' holds " + found + ", expected " + expected);
  }

  private static String expected(List<ElementType> types, String shape) {
    StringBuilder text = new StringBuilder();
    for (ElementType type : types) {
      text.append(text.isEmpty() ? "" : " or ").append(type);
    }
    return text + shape;
  }
}
