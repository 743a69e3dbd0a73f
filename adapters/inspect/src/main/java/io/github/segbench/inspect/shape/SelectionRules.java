package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators that take parts of tensors or join them. Source: onnx/onnx, docs/Operators.md. */
final class SelectionRules {
  private SelectionRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Concat", SelectionRules::concat);
    rules.put("QLinearConcat", operator -> List.of(Value.UNKNOWN));
    rules.put("Split", SelectionRules::split);
    rules.put("Slice", operator -> List.of(Slices.of(operator)));
    rules.put("Gather", SelectionRules::gather);
    rules.put(
        "GatherElements",
        operator -> List.of(new Value(operator.input(0).type(), operator.input(1).shape(), null)));
    rules.put("GatherND", SelectionRules::gatherNd);
    rules.put("TopK", SelectionRules::topK);
    rules.put("Compress", operator -> List.of(Value.ofType(operator.input(0).type())));
  }

  private static List<Value> concat(Operator operator) {
    Value first = operator.input(0);
    int rank = -1;
    for (Value input : operator.inputs()) {
      rank = Math.max(rank, input.dims().map(List::size).orElse(-1));
    }
    int axis = Dims.axis(operator.integer("axis", 0), rank);
    if (axis < 0) {
      return List.of(Value.ofType(first.type()));
    }
    List<Long> result = new ArrayList<>(Dims.unknown(rank));
    long along = 0;
    List<Double> elements = new ArrayList<>();
    boolean known = rank == 1;
    for (Value input : operator.inputs()) {
      List<Long> dims = input.dims().orElse(Dims.unknown(rank));
      if (dims.size() != rank) {
        return List.of(Value.ofType(first.type()));
      }
      for (int i = 0; i < rank; i++) {
        result.set(i, Math.max(result.get(i), dims.get(i)));
      }
      along = along < 0 || dims.get(axis) < 0 ? Dims.UNKNOWN : along + dims.get(axis);
      known &= input.content().isPresent();
      elements.addAll(input.content().orElse(List.of()));
    }
    result.set(axis, along);
    return List.of(new Value(first.type(), result, known ? elements : null));
  }

  private static List<Value> split(Operator operator) {
    Value input = operator.input(0);
    int outputs = operator.node().getOutputCount();
    Value unknown = Value.ofType(input.type());
    List<Long> dims = input.dims().orElse(List.of());
    int axis = Dims.axis(operator.integer("axis", 0), dims.size());
    if (axis < 0) {
      return Collections.nCopies(outputs, unknown);
    }
    Optional<List<Long>> sizes = operator.attributeOrInput("split", 1);
    boolean given = operator.has("split") || operator.hasInput(1);
    long size = dims.get(axis);
    long share = size < 0 ? Dims.UNKNOWN : (size + outputs - 1) / outputs;
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      long part;
      if (given) {
        int index = i;
        part = sizes.filter(s -> index < s.size()).map(s -> s.get(index)).orElse(Dims.UNKNOWN);
      } else {
        part = share < 0 ? Dims.UNKNOWN : Math.max(0, Math.min(share, size - share * i));
      }
      parts.add(Value.of(input.type(), Dims.with(dims, axis, part)));
    }
    return parts;
  }

  private static List<Value> gather(Operator operator) {
    Value data = operator.input(0);
    Value indices = operator.input(1);
    List<Long> dims = data.dims().orElse(List.of());
    int axis = Dims.axis(operator.integer("axis", 0), dims.size());
    if (axis < 0 || indices.dims().isEmpty()) {
      return List.of(Value.ofType(data.type()));
    }
    List<Long> result = new ArrayList<>(dims.subList(0, axis));
    result.addAll(indices.dims().get());
    result.addAll(dims.subList(axis + 1, dims.size()));
    return List.of(new Value(data.type(), result, picked(data, indices).orElse(null)));
  }

  private static Optional<List<Double>> picked(Value data, Value indices) {
    if (data.dims().map(List::size).orElse(0) != 1
        || data.content().isEmpty()
        || indices.integers().isEmpty()) {
      return Optional.empty();
    }
    List<Double> all = data.content().get();
    List<Double> result = new ArrayList<>();
    for (long index : indices.integers().get()) {
      int position = Dims.axis(index, all.size());
      result.add(position < 0 ? Double.NaN : all.get(position));
    }
    return Optional.of(result);
  }

  private static List<Value> gatherNd(Operator operator) {
    Value data = operator.input(0);
    List<Long> dims = data.dims().orElse(List.of());
    List<Long> indices = operator.input(1).dims().orElse(List.of());
    int batch = (int) operator.integer("batch_dims", 0);
    long depth = indices.isEmpty() ? Dims.UNKNOWN : indices.get(indices.size() - 1);
    if (dims.isEmpty() || depth < 0 || batch < 0 || batch + depth > dims.size()) {
      return List.of(Value.ofType(data.type()));
    }
    List<Long> result = new ArrayList<>(indices.subList(0, indices.size() - 1));
    result.addAll(dims.subList((int) (batch + depth), dims.size()));
    return List.of(Value.of(data.type(), result));
  }

  private static List<Value> topK(Operator operator) {
    Value input = operator.input(0);
    List<Long> dims = input.dims().orElse(List.of());
    int axis = Dims.axis(operator.integer("axis", -1), dims.size());
    if (axis < 0) {
      return List.of(Value.ofType(input.type()), Value.ofType(ElementTypes.INT64));
    }
    long most =
        operator.has("k")
            ? operator.integer("k", 0)
            : operator.input(1).scalar().map(Numbers::size).orElse(Dims.UNKNOWN);
    List<Long> result = Dims.with(dims, axis, most);
    return List.of(Value.of(input.type(), result), Value.of(ElementTypes.INT64, result));
  }
}
