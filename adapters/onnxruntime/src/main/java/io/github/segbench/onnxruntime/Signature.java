package io.github.segbench.onnxruntime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The inputs and outputs that a model file declares.
 *
 * @param file for error messages
 */
record Signature(String file, List<Port> inputs, List<Port> outputs) {
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * @throws InferenceException if an input or output is no tensor or has an unsupported element
   *     type
   */
  static Signature of(String file, OrtSession session) throws OrtException {
    List<Port> inputs = new ArrayList<>();
    for (NodeInfo node : session.getInputInfo().values()) {
      inputs.add(port(file, INPUT, node));
    }
    List<Port> outputs = new ArrayList<>();
    for (NodeInfo node : session.getOutputInfo().values()) {
      outputs.add(port(file, OUTPUT, node));
    }
    return new Signature(file, inputs, outputs);
  }

  private static Port port(String file, String side, NodeInfo node) {
    if (!(node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor)) {
      throw new InferenceException(
          "model file " + file + ": " + side + " '" + node.getName() + "' is no tensor", null);
    }
    ElementType type =
        ElementTypes.of(tensor.type)
            .orElseThrow(
                () ->
                    new InferenceException(
                        "model file "
                            + file
                            + ": "
                            + side
                            + " '"
                            + node.getName()
                            + "' has elements of type "
                            + tensor.type
                            + ", expected one of "
                            + Arrays.toString(ElementType.values()),
                        null));
    List<Long> shape = Arrays.stream(tensor.getShape()).boxed().toList();
    ElementType seen = side.equals(OUTPUT) ? ElementConversion.handedOut(type) : type;
    return new Port(
        new TensorInfo(node.getName(), seen, shape),
        Arrays.asList(tensor.getDimensionNames()),
        type);
  }

  /**
   * Checks the inputs of a run.
   *
   * @return the sizes of the named dimensions
   * @throws InferenceException with what was found and what was expected
   */
  Map<String, Long> check(Map<String, Tensor> given) {
    Map<String, Long> sizes = new HashMap<>();
    for (Port input : inputs) {
      Tensor tensor = given.get(input.name());
      if (tensor == null) {
        throw new InferenceException(
            file
                + ": input '"
                + input.name()
                + "' is missing, expected "
                + input
                + "; given is "
                + new TreeSet<>(given.keySet()),
            null);
      }
      input
          .mismatch(tensor, sizes)
          .ifPresent(
              problem -> {
                throw new InferenceException(file + ": " + problem, null);
              });
    }
    if (given.size() > inputs.size()) {
      throw new InferenceException(
          file + ": has no input " + surplus(given) + ", expected " + names(inputs), null);
    }
    return sizes;
  }

  /** The shapes of those outputs whose sizes are known before the run. */
  Map<String, long[]> knownShapes(Map<String, Long> sizes) {
    Map<String, long[]> known = new LinkedHashMap<>();
    for (Port output : outputs) {
      output.shape(sizes).ifPresent(shape -> known.put(output.name(), shape));
    }
    return known;
  }

  private List<String> surplus(Map<String, Tensor> given) {
    List<String> expected = names(inputs);
    return given.keySet().stream().filter(name -> !expected.contains(name)).sorted().toList();
  }

  private static List<String> names(List<Port> ports) {
    return ports.stream().map(Port::name).toList();
  }
}
