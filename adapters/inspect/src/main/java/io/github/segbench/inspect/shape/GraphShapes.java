package io.github.segbench.inspect.shape;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the shapes of a graph's tensors from its inputs to its outputs. */
public final class GraphShapes {
  private static final Set<String> STANDARD_DOMAINS = Set.of("", "ai.onnx", "com.microsoft");
  private static final Set<String> LOOPS = Set.of("Loop", "Scan", "SequenceMap");

  private final Map<String, ShapeRule> rules;
  private final Map<String, Value> values;
  private final MacLedger ledger = new MacLedger();
  private final List<String> conflicts = new ArrayList<>();

  private GraphShapes(Map<String, ShapeRule> rules, Map<String, Value> values) {
    this.rules = rules;
    this.values = new HashMap<>(values);
  }

  /**
   * @param inputs what is known of the graph's inputs, by name
   */
  public static GraphShapes of(GraphProto graph, Map<String, Value> inputs) {
    Map<String, ShapeRule> rules = new HashMap<>();
    ConvolutionRules.addTo(rules);
    MatrixRules.addTo(rules);
    ElementwiseRules.addTo(rules);
    LayoutRules.addTo(rules);
    SelectionRules.addTo(rules);
    SizeRules.addTo(rules);
    ImageRules.addTo(rules);
    GraphShapes shapes = new GraphShapes(rules, inputs);
    shapes.follow(graph);
    return shapes;
  }

  /** What is known of a tensor of the graph. */
  public Value value(String name) {
    return values.getOrDefault(name, Value.UNKNOWN);
  }

  public MacCount macs() {
    return ledger.count();
  }

  /**
   * Operators that join feature maps of sizes that do not fit, in the order of the graph, with the
   * shapes. A network with such an operator fails on images of this size.
   */
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** What a graph declares of a tensor: its type and its shape, -1 for sizes that are names. */
  public static Value declared(ValueInfoProto info) {
    if (!info.getType().hasTensorType()) {
      return Value.UNKNOWN;
    }
    TypeProto.Tensor tensor = info.getType().getTensorType();
    if (!tensor.hasShape()) {
      return Value.ofType(tensor.getElemType());
    }
    return Value.of(
        tensor.getElemType(),
        tensor.getShape().getDimList().stream().map(GraphShapes::size).toList());
  }

  private static long size(TensorShapeProto.Dimension dimension) {
    return dimension.hasDimValue() && dimension.getDimValue() >= 0
        ? dimension.getDimValue()
        : Dims.UNKNOWN;
  }

  private void follow(GraphProto graph) {
    Map<String, Value> declared = new HashMap<>();
    graph.getValueInfoList().forEach(info -> declared.put(info.getName(), declared(info)));
    for (TensorProto tensor : graph.getInitializerList()) {
      values.put(tensor.getName(), Tensors.value(tensor));
    }
    for (NodeProto node : graph.getNodeList()) {
      List<Value> inputs =
          node.getInputList().stream()
              .map(name -> values.getOrDefault(name, Value.UNKNOWN))
              .toList();
      Operator operator = new Operator(node, inputs);
      MapSizes.conflict(operator).ifPresent(conflicts::add);
      List<Value> outputs = outputs(operator);
      for (int i = 0; i < node.getOutputCount(); i++) {
        Value inferred = i < outputs.size() ? outputs.get(i) : Value.UNKNOWN;
        String name = node.getOutput(i);
        boolean told = inferred.dims().isPresent() || !declared.containsKey(name);
        values.put(name, told ? inferred : declared.getOrDefault(name, Value.UNKNOWN));
      }
      if (MacRules.counts(operator)) {
        List<Value> found = node.getOutputList().stream().map(this::value).toList();
        ledger.add(operator, MacRules.macs(operator, found), ofOneObject(operator, found));
      }
    }
  }

  /** What it costs if the first axis, of which the size is not known, has one element. */
  private static long ofOneObject(Operator operator, List<Value> outputs) {
    return MacRules.macs(
        new Operator(
            operator.node(), operator.inputs().stream().map(Value::withOneObject).toList()),
        outputs.stream().map(Value::withOneObject).toList());
  }

  private List<Value> outputs(Operator operator) {
    NodeProto node = operator.node();
    if (!STANDARD_DOMAINS.contains(node.getDomain())) {
      return List.of();
    }
    if (operator.type().equals("If")) {
      return branches(operator);
    }
    if (LOOPS.contains(operator.type())) {
      operator.find("body").ifPresent(body -> uncertain(operator, body.getG()));
      return List.of();
    }
    ShapeRule rule = rules.get(operator.type());
    return rule == null ? List.of() : rule.outputs(operator);
  }

  /** The branch that is certain to be taken, or what both have in common. */
  private List<Value> branches(Operator operator) {
    GraphProto yes = branch(operator, "then_branch");
    GraphProto no = branch(operator, "else_branch");
    List<Double> condition = operator.input(0).content().orElse(List.of());
    if (condition.size() == 1 && !condition.get(0).isNaN()) {
      GraphProto taken = condition.get(0) != 0 ? yes : no;
      GraphShapes shapes = inner(taken);
      ledger.addAll(shapes.ledger);
      return shapes.outputs(taken);
    }
    GraphShapes first = inner(yes);
    GraphShapes second = inner(no);
    if (first.ledger.equalCounts(second.ledger)) {
      ledger.addAll(first.ledger);
    } else {
      ledger.addUncertain(Operator.name(operator.node()), first.ledger);
      ledger.addUncertain(Operator.name(operator.node()), second.ledger);
    }
    List<Value> left = first.outputs(yes);
    List<Value> right = second.outputs(no);
    List<Value> merged = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      merged.add(left.get(i).merge(right.get(i)));
    }
    return merged;
  }

  private static GraphProto branch(Operator operator, String name) {
    return operator
        .find(name)
        .map(attribute -> attribute.getG())
        .orElse(GraphProto.getDefaultInstance());
  }

  private void uncertain(Operator operator, GraphProto body) {
    GraphShapes shapes = inner(body);
    ledger.addUncertain(Operator.name(operator.node()), shapes.ledger);
  }

  /** Graphs inside nodes see the tensors around them. */
  private GraphShapes inner(GraphProto graph) {
    GraphShapes shapes = new GraphShapes(rules, Collections.unmodifiableMap(values));
    graph.getInputList().forEach(input -> shapes.values.put(input.getName(), declared(input)));
    shapes.follow(graph);
    return shapes;
  }

  private List<Value> outputs(GraphProto graph) {
    return graph.getOutputList().stream().map(output -> value(output.getName())).toList();
  }
}
