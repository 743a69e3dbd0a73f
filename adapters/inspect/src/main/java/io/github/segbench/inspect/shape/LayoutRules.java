package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Operators that arrange the same elements otherwise. Source: onnx/onnx, docs/Operators.md. */
final class LayoutRules {
  private LayoutRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Reshape", LayoutRules::reshape);
    rules.put("Flatten", LayoutRules::flatten);
    rules.put("Transpose", LayoutRules::transpose);
    rules.put("Squeeze", LayoutRules::squeeze);
    rules.put("Unsqueeze", LayoutRules::unsqueeze);
    rules.put("DepthToSpace", operator -> blocks(operator, true));
    rules.put("SpaceToDepth", operator -> blocks(operator, false));
  }

  private static List<Value> reshape(Operator operator) {
    Value input = operator.input(0);
    Value target = operator.input(1);
    Optional<List<Double>> wanted =
        operator.has("shape")
            ? operator.integers("shape").map(s -> s.stream().map(Long::doubleValue).toList())
            : target.content();
    if (wanted.isEmpty()) {
      return List.of(
          target
              .dims()
              .filter(dims -> dims.size() == 1 && dims.get(0) >= 0 && dims.get(0) < 16)
              .map(dims -> Value.ofRank(input.type(), dims.get(0).intValue()))
              .orElse(Value.ofType(input.type())));
    }
    boolean zeroCopies = operator.integer("allowzero", 0) == 0;
    return List.of(
        new Value(input.type(), reshaped(input, wanted.get(), zeroCopies), input.elements()));
  }

  private static List<Long> reshaped(Value input, List<Double> wanted, boolean zeroCopies) {
    List<Long> dims = input.dims().orElse(List.of());
    List<Long> result = new ArrayList<>();
    int rest = -1;
    boolean unknown = false;
    for (int i = 0; i < wanted.size(); i++) {
      double size = wanted.get(i);
      if (size == -1) {
        rest = i;
        result.add(1L);
      } else if (size == 0 && zeroCopies) {
        result.add(i < dims.size() ? dims.get(i) : Dims.UNKNOWN);
      } else {
        result.add(Numbers.size(size));
      }
      unknown |= result.get(i) < 0;
    }
    if (rest >= 0) {
      long total = input.dims().map(Dims::product).orElse(Dims.UNKNOWN);
      long others = Dims.product(result);
      boolean known = !unknown && total >= 0 && others > 0 && total % others == 0;
      result.set(rest, known ? total / others : Dims.UNKNOWN);
    }
    return result;
  }

  private static List<Value> flatten(Operator operator) {
    Value input = operator.input(0);
    if (input.dims().isEmpty()) {
      return List.of(Value.ofRank(input.type(), 2));
    }
    List<Long> dims = input.dims().get();
    long axis = operator.integer("axis", 1);
    int split = (int) (axis < 0 ? axis + dims.size() : axis);
    if (split < 0 || split > dims.size()) {
      return List.of(Value.ofRank(input.type(), 2));
    }
    return List.of(
        Value.of(
            input.type(),
            List.of(
                Dims.product(dims.subList(0, split)),
                Dims.product(dims.subList(split, dims.size())))));
  }

  private static List<Value> transpose(Operator operator) {
    Value input = operator.input(0);
    if (input.dims().isEmpty()) {
      return List.of(
          operator
              .integers("perm")
              .map(order -> Value.ofRank(input.type(), order.size()))
              .orElse(Value.ofType(input.type())));
    }
    List<Long> dims = input.dims().get();
    List<Long> order =
        operator
            .integers("perm")
            .orElseGet(
                () -> IntStream.range(0, dims.size()).mapToObj(i -> dims.size() - 1L - i).toList());
    if (order.size() != dims.size() || order.stream().anyMatch(i -> i < 0 || i >= dims.size())) {
      return List.of(Value.ofType(input.type()));
    }
    return List.of(
        Value.of(input.type(), order.stream().map(i -> dims.get(i.intValue())).toList()));
  }

  private static List<Value> squeeze(Operator operator) {
    Value input = operator.input(0);
    Optional<List<Long>> axes = operator.attributeOrInput("axes", 1);
    boolean named = operator.has("axes") || operator.hasInput(1);
    if (input.dims().isEmpty() || (named && axes.isEmpty())) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> dims = input.dims().get();
    if (!named && dims.contains(Dims.UNKNOWN)) {
      return List.of(Value.ofType(input.type()));
    }
    TreeSet<Integer> gone = new TreeSet<>();
    if (named) {
      axes.get().forEach(axis -> gone.add(Dims.axis(axis, dims.size())));
    }
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      boolean dropped = named ? gone.contains(i) : dims.get(i) == 1;
      if (!dropped) {
        result.add(dims.get(i));
      }
    }
    return List.of(new Value(input.type(), result, input.elements()));
  }

  private static List<Value> unsqueeze(Operator operator) {
    Value input = operator.input(0);
    Optional<List<Long>> axes = operator.attributeOrInput("axes", 1);
    if (input.dims().isEmpty() || axes.isEmpty()) {
      return List.of(Value.ofType(input.type()));
    }
    int rank = input.dims().get().size() + axes.get().size();
    List<Long> result = new ArrayList<>(Collections.nCopies(rank, 0L));
    for (long axis : axes.get()) {
      int index = Dims.axis(axis, rank);
      if (index < 0 || result.get(index) != 0) {
        return List.of(Value.ofType(input.type()));
      }
      result.set(index, 1L);
    }
    int next = 0;
    for (int i = 0; i < rank; i++) {
      if (result.get(i) == 0) {
        result.set(i, input.dims().get().get(next++));
      }
    }
    return List.of(new Value(input.type(), result, input.elements()));
  }

  private static List<Value> blocks(Operator operator, boolean toSpace) {
    Value input = operator.input(0);
    long side = operator.integer("blocksize", 0);
    List<Long> dims = input.dims().orElse(List.of());
    if (dims.size() != 4 || side < 1) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> result = new ArrayList<>();
    result.add(dims.get(0));
    for (int i = 1; i < 4; i++) {
      long factor = i == 1 ? side * side : side;
      boolean divide = (i == 1) == toSpace;
      long size = dims.get(i);
      result.add(size < 0 ? Dims.UNKNOWN : divide ? size / factor : size * factor);
    }
    return List.of(Value.of(input.type(), result));
  }
}
