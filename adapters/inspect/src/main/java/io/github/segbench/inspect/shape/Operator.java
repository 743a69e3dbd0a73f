package io.github.segbench.inspect.shape;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;

/**
 * A node of a graph with what is known of its inputs.
 *
 * @param inputs by position; {@link Value#UNKNOWN} for one that is left out
 */
record Operator(NodeProto node, List<Value> inputs) {
  Operator {
    inputs = List.copyOf(inputs);
  }

  String type() {
    return node.getOpType();
  }

  Value input(int position) {
    return position < inputs.size() ? inputs.get(position) : Value.UNKNOWN;
  }

  boolean hasInput(int position) {
    return position < node.getInputCount() && !node.getInput(position).isEmpty();
  }

  private Optional<AttributeProto> attribute(String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }

  boolean has(String name) {
    return attribute(name).isPresent();
  }

  long integer(String name, long otherwise) {
    return attribute(name).map(AttributeProto::getI).orElse(otherwise);
  }

  Optional<List<Long>> integers(String name) {
    return attribute(name).map(AttributeProto::getIntsList);
  }

  Optional<List<Float>> numbers(String name) {
    return attribute(name).map(AttributeProto::getFloatsList);
  }

  String text(String name, String otherwise) {
    return attribute(name).map(found -> found.getS().toStringUtf8()).orElse(otherwise);
  }

  Optional<AttributeProto> find(String name) {
    return attribute(name);
  }

  /** A list that older opsets have as an attribute and newer ones as an input. */
  Optional<List<Long>> attributeOrInput(String name, int position) {
    return has(name) ? integers(name) : input(position).integers();
  }

  /** For messages: the operator and its name, or its first output's where it has none. */
  static String name(NodeProto node) {
    String name =
        node.getName().isEmpty() && node.getOutputCount() > 0 ? node.getOutput(0) : node.getName();
    return node.getOpType() + " " + name;
  }
}
