package io.github.segbench.djl;

import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The names of a network's inputs and outputs, which TorchScript does not know. A dictionary among
 * the outputs names its own tensors.
 *
 * @param file for error messages
 * @param outputNames of the outputs without a name, in order; empty if the YAML does not say
 */
record Signature(String file, List<String> inputNames, List<String> outputNames) {
  /** What the only output is called if nothing names it. */
  static final String ONLY_OUTPUT = "output";

  Signature {
    inputNames = List.copyOf(inputNames);
    outputNames = List.copyOf(outputNames);
    requireDistinct(file, "input", inputNames);
    requireDistinct(file, "output", outputNames);
    if (inputNames.isEmpty()) {
      throw new InferenceException(
          file + ": the inputs have no names, expected 'input.name' in the model's YAML", null);
    }
  }

  private static void requireDistinct(String file, String side, List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new InferenceException(
          file + ": the " + side + " names " + names + " are not distinct", null);
    }
  }

  /**
   * The inputs of a run, in the order in which the network takes them.
   *
   * @throws InferenceException if one is missing or unknown
   */
  List<Tensor> inOrder(Map<String, Tensor> given) {
    List<Tensor> tensors = new ArrayList<>();
    for (String name : inputNames) {
      Tensor tensor = given.get(name);
      if (tensor == null) {
        throw new InferenceException(
            file + ": input '" + name + "' is missing; given is " + new TreeSet<>(given.keySet()),
            null);
      }
      tensors.add(tensor);
    }
    if (given.size() > inputNames.size()) {
      List<String> surplus =
          given.keySet().stream().filter(name -> !inputNames.contains(name)).sorted().toList();
      throw new InferenceException(
          file + ": has no input " + surplus + ", expected " + inputNames, null);
    }
    return tensors;
  }

  /** As in an error message: {@code input 'image' FLOAT32[1, 3, 128, 128]}. */
  String describe(Map<String, Tensor> given) {
    List<String> inputs = new ArrayList<>();
    inputNames.forEach(name -> inputs.add("input '" + name + "' " + given.get(name)));
    return String.join(", ", inputs);
  }

  /**
   * The outputs of a run by name.
   *
   * @throws InferenceException if a tensor has no name or a name has no tensor
   */
  <T> Map<String, T> byName(List<NetworkOutput<T>> outputs) {
    long unnamed = outputs.stream().filter(output -> output.key().isEmpty()).count();
    List<String> names = unnamed == 0 ? List.of() : names(outputs.size(), unnamed);
    Map<String, T> byName = new LinkedHashMap<>();
    int next = 0;
    for (NetworkOutput<T> output : outputs) {
      String name = output.key().isEmpty() ? names.get(next++) : output.key();
      if (byName.put(name, output.value()) != null) {
        throw new InferenceException(
            file + ": gives several outputs named '" + name + "'; run one image at a time", null);
      }
    }
    if (!byName.keySet().containsAll(outputNames)) {
      throw new InferenceException(
          file
              + ": gives the outputs "
              + byName.keySet()
              + ", but 'outputs' of the file in the model's YAML is "
              + outputNames,
          null);
    }
    return byName;
  }

  private List<String> names(int outputs, long unnamed) {
    if (outputNames.isEmpty() && outputs == 1) {
      return List.of(ONLY_OUTPUT);
    }
    if (outputNames.size() != unnamed) {
      String found = outputNames.isEmpty() ? "is missing" : "is " + outputNames;
      throw new InferenceException(
          file
              + ": gives "
              + unnamed
              + " outputs without names; 'outputs' of the file in the model's YAML "
              + found
              + ", expected a name for each, in order",
          null);
    }
    return outputNames;
  }
}
