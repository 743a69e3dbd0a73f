package io.github.segbench.inspect.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.shape.ElementTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tensors that a graph and the graphs within hold. Parameters are all numbers but those
 * that say how to compute: whole numbers for shapes, scales and zero points of quantisation,
 * running statistics of batch normalisation, and single numbers.
 */
final class StoredTensors {
  /** Inputs that hold none, by operator. Source: onnx/onnx, docs/Operators.md. */
  private static final Map<String, List<Integer>> NO_PARAMETERS =
      Map.of(
          "BatchNormalization", List.of(3, 4),
          "QuantizeLinear", List.of(1, 2),
          "DequantizeLinear", List.of(1, 2),
          "QLinearConv", List.of(1, 2, 4, 5, 6, 7),
          "QLinearMatMul", List.of(1, 2, 4, 5, 6, 7),
          "QLinearAdd", List.of(1, 2, 4, 5, 6, 7),
          "ConvInteger", List.of(2, 3),
          "MatMulInteger", List.of(2, 3),
          "Resize", List.of(1, 2),
          "Upsample", List.of(1));

  /** Inputs that hold 32-bit biases, by operator. */
  private static final Map<String, Integer> BIASES =
      Map.of("DequantizeLinear", 0, "QLinearConv", 8);

  private final Set<String> noParameters = new HashSet<>();
  private final Set<String> biases = new HashSet<>();
  private final Map<String, Long> elements = new TreeMap<>();
  private final Map<String, Long> external = new TreeMap<>();
  private long parameters;
  private long bytes;

  static StoredTensors of(GraphProto graph) {
    StoredTensors tensors = new StoredTensors();
    tensors.findUses(graph);
    tensors.count(graph);
    return tensors;
  }

  ParameterCount parameters() {
    return new ParameterCount(parameters, elements, bytes);
  }

  /** Files beside the model that hold tensors, with the bytes that each must have at least. */
  Map<String, Long> externalFiles() {
    return external;
  }

  private void findUses(GraphProto graph) {
    findDynamicScales(graph);
    for (NodeProto node : graph.getNodeList()) {
      for (int input : NO_PARAMETERS.getOrDefault(node.getOpType(), List.of())) {
        if (input < node.getInputCount()) {
          noParameters.add(node.getInput(input));
        }
      }
      int bias = BIASES.getOrDefault(node.getOpType(), Integer.MAX_VALUE);
      if (bias < node.getInputCount()) {
        biases.add(node.getInput(bias));
      }
      node.getAttributeList().stream()
          .filter(AttributeProto::hasG)
          .forEach(attribute -> findUses(attribute.getG()));
    }
  }

  /** Weights' scales that are multiplied with those that DynamicQuantizeLinear finds. */
  private void findDynamicScales(GraphProto graph) {
    Set<String> found =
        graph.getNodeList().stream()
            .filter(node -> node.getOpType().equals("DynamicQuantizeLinear"))
            .filter(node -> node.getOutputCount() > 1)
            .map(node -> node.getOutput(1))
            .collect(Collectors.toSet());
    graph.getNodeList().stream()
        .filter(node -> node.getOpType().equals("Mul"))
        .filter(node -> node.getInputList().stream().anyMatch(found::contains))
        .forEach(node -> noParameters.addAll(node.getInputList()));
  }

  private void count(GraphProto graph) {
    graph.getInitializerList().forEach(tensor -> count(tensor.getName(), tensor));
    graph
        .getSparseInitializerList()
        .forEach(sparse -> count(sparse.getValues().getName(), sparse.getValues()));
    for (NodeProto node : graph.getNodeList()) {
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          count(attribute.getG());
        }
        if (attribute.hasT() && node.getOpType().equals("Constant")) {
          count(node.getOutputCount() > 0 ? node.getOutput(0) : "", attribute.getT());
        }
      }
    }
  }

  private void count(String name, TensorProto tensor) {
    long size = tensor.getDimsList().stream().reduce(1L, Math::multiplyExact);
    int type = tensor.getDataType();
    long length = ElementTypes.bits(type).map(bits -> (size * bits + 7) / Byte.SIZE).orElse(0L);
    elements.merge(ElementTypes.name(type), size, Math::addExact);
    bytes += length;
    if (isParameter(name, type, size)) {
      parameters += size;
    }
    if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
      Map<String, String> place = new HashMap<>();
      tensor.getExternalDataList().forEach(entry -> place.put(entry.getKey(), entry.getValue()));
      long end = number(place.get("offset"), 0) + number(place.get("length"), length);
      external.merge(place.getOrDefault("location", "?"), end, Math::max);
    }
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }

  private boolean isParameter(String name, int type, long size) {
    if (noParameters.contains(name) || size < 2) {
      return false;
    }
    return switch (type) {
      case ElementTypes.INT8, ElementTypes.UINT8 -> true;
      case ElementTypes.INT32 -> biases.contains(name);
      default -> ElementTypes.isFloating(type);
    };
  }
}
