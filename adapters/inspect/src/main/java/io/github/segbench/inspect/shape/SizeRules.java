package io.github.segbench.inspect.shape;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/** Operators that give sizes, or make or reduce tensors. Source: onnx/onnx, docs/Operators.md. */
final class SizeRules {
  private SizeRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Constant", SizeRules::constant);
    rules.put("Shape", SizeRules::shape);
    rules.put("Size", SizeRules::size);
    rules.put("ConstantOfShape", SizeRules::filled);
    rules.put("Range", SizeRules::range);
    rules.put("Expand", SizeRules::expand);
    rules.put("Tile", SizeRules::tile);
    rules.put("Pad", SizeRules::pad);
    rules.put("OneHot", SizeRules::oneHot);
    rules.put("ReduceProd", operator -> reduce(operator, (a, b) -> a * b));
    rules.put("ReduceMin", operator -> reduce(operator, Math::min));
    rules.put("ReduceMax", operator -> reduce(operator, Math::max));
    rules.put("ReduceSum", operator -> reduce(operator, (a, b) -> a + b));
    for (String type :
        List.of(
            "ReduceMean",
            "ReduceL1",
            "ReduceL2",
            "ReduceLogSum",
            "ReduceLogSumExp",
            "ReduceSumSquare")) {
      rules.put(type, operator -> reduce(operator, (a, b) -> Double.NaN));
    }
    rules.put("ArgMax", SizeRules::argument);
    rules.put("ArgMin", SizeRules::argument);
  }

  private static List<Value> constant(Operator operator) {
    return List.of(
        operator
            .find("value")
            .map(AttributeProto::getT)
            .map(Tensors::value)
            .or(
                () ->
                    operator
                        .find("value_int")
                        .map(a -> scalar(ElementTypes.INT64, (double) a.getI())))
            .or(() -> operator.find("value_float").map(a -> scalar(ElementTypes.FLOAT, a.getF())))
            .or(() -> operator.integers("value_ints").map(SizeRules::vector))
            .or(
                () ->
                    operator
                        .numbers("value_floats")
                        .map(all -> Value.of(ElementTypes.FLOAT, List.of((long) all.size()))))
            .orElse(Value.UNKNOWN));
  }

  private static Value scalar(int type, double value) {
    return new Value(type, List.of(), List.of(value));
  }

  private static Value vector(List<Long> all) {
    return Value.vector(all.stream().map(Long::doubleValue).toList());
  }

  private static List<Value> shape(Operator operator) {
    if (operator.input(0).dims().isEmpty()) {
      return List.of(Value.ofRank(ElementTypes.INT64, 1));
    }
    List<Long> dims = operator.input(0).dims().get();
    int from = bound(operator.integer("start", 0), dims.size());
    int to = bound(operator.integer("end", dims.size()), dims.size());
    return List.of(
        Value.vector(
            dims.subList(from, Math.max(from, to)).stream().map(Numbers::element).toList()));
  }

  private static int bound(long index, int rank) {
    return (int) Math.min(Math.max(index < 0 ? index + rank : index, 0), rank);
  }

  private static List<Value> size(Operator operator) {
    long size = operator.input(0).dims().map(Dims::product).orElse(Dims.UNKNOWN);
    return List.of(scalar(ElementTypes.INT64, Numbers.element(size)));
  }

  private static List<Value> filled(Operator operator) {
    Value element =
        operator
            .find("value")
            .map(attribute -> Tensors.value(attribute.getT()))
            .orElse(new Value(ElementTypes.FLOAT, List.of(1L), List.of(0.0)));
    Optional<List<Long>> dims = sizes(operator.input(0));
    if (dims.isEmpty()) {
      return List.of(Value.ofType(element.type()));
    }
    long size = Dims.product(dims.get());
    boolean small = size >= 0 && size <= Value.MOST_ELEMENTS;
    return List.of(
        new Value(
            element.type(),
            dims.get(),
            small ? Collections.nCopies((int) size, element.scalar().orElse(Double.NaN)) : null));
  }

  /** The shape that a tensor's elements stand for; its rank alone if they are not known. */
  private static Optional<List<Long>> sizes(Value value) {
    return value
        .content()
        .map(all -> all.stream().map(Numbers::size).toList())
        .or(
            () ->
                value
                    .dims()
                    .filter(dims -> dims.size() == 1 && dims.get(0) >= 0 && dims.get(0) < 16)
                    .map(dims -> Dims.unknown(dims.get(0).intValue())));
  }

  private static List<Value> range(Operator operator) {
    int type = operator.input(0).type();
    Optional<Double> start = operator.input(0).scalar();
    Optional<Double> limit = operator.input(1).scalar();
    Optional<Double> step = operator.input(2).scalar().filter(by -> by != 0);
    if (start.isEmpty() || limit.isEmpty() || step.isEmpty()) {
      return List.of(Value.ofRank(type, 1));
    }
    long count = (long) Math.max(0, Math.ceil((limit.get() - start.get()) / step.get()));
    List<Double> elements = new ArrayList<>();
    for (int i = 0; i < Math.min(count, Value.MOST_ELEMENTS + 1); i++) {
      elements.add(start.get() + i * step.get());
    }
    return List.of(new Value(type, List.of(count), elements));
  }

  private static List<Value> expand(Operator operator) {
    int type = operator.input(0).type();
    return List.of(
        operator
            .input(0)
            .dims()
            .flatMap(
                dims -> sizes(operator.input(1)).flatMap(target -> Dims.broadcast(dims, target)))
            .map(dims -> Value.of(type, dims))
            .orElse(Value.ofType(type)));
  }

  private static List<Value> tile(Operator operator) {
    Value input = operator.input(0);
    List<Long> dims = input.dims().orElse(List.of());
    List<Long> repeats = sizes(operator.input(1)).orElse(Dims.unknown(dims.size()));
    if (input.dims().isEmpty() || repeats.size() != dims.size()) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      result.add(Dims.times(dims.get(i), repeats.get(i)));
    }
    return List.of(Value.of(input.type(), result));
  }

  private static List<Value> pad(Operator operator) {
    Value input = operator.input(0);
    if (input.dims().isEmpty()) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> dims = input.dims().get();
    Optional<List<Long>> pads = operator.attributeOrInput("pads", 1);
    Optional<List<Long>> axes = operator.input(3).integers();
    if (pads.isEmpty() || (operator.hasInput(3) && axes.isEmpty())) {
      return List.of(Value.ofRank(input.type(), dims.size()));
    }
    List<Long> result = new ArrayList<>(dims);
    int padded = pads.get().size() / 2;
    for (int i = 0; i < padded; i++) {
      int at = i;
      int axis =
          Dims.axis(
              axes.filter(a -> at < a.size()).map(a -> a.get(at)).orElse((long) i), dims.size());
      if (axis < 0) {
        return List.of(Value.ofRank(input.type(), dims.size()));
      }
      long size = result.get(axis);
      result.set(axis, size < 0 ? size : size + pads.get().get(i) + pads.get().get(padded + i));
    }
    return List.of(Value.of(input.type(), result));
  }

  private static List<Value> oneHot(Operator operator) {
    List<Long> dims = operator.input(0).dims().orElse(List.of());
    int type = operator.input(2).type();
    int axis = Dims.axis(operator.integer("axis", -1), dims.size() + 1);
    if (operator.input(0).dims().isEmpty() || axis < 0) {
      return List.of(Value.ofType(type));
    }
    List<Long> result = new ArrayList<>(dims);
    result.add(axis, operator.input(1).scalar().map(Numbers::size).orElse(Dims.UNKNOWN));
    return List.of(Value.of(type, result));
  }

  private static List<Value> reduce(Operator operator, DoubleBinaryOperator function) {
    Value input = operator.input(0);
    boolean keep = operator.integer("keepdims", 1) != 0;
    boolean named = operator.has("axes") || operator.hasInput(1);
    Optional<List<Long>> axes = operator.attributeOrInput("axes", 1);
    if (input.dims().isEmpty() || (named && axes.isEmpty())) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> dims = input.dims().get();
    TreeSet<Integer> gone = new TreeSet<>();
    for (int i = 0; i < dims.size(); i++) {
      if (!named && operator.integer("noop_with_empty_axes", 0) == 0) {
        gone.add(i);
      }
    }
    axes.orElse(List.of()).forEach(axis -> gone.add(Dims.axis(axis, dims.size())));
    Value result = Value.of(input.type(), without(dims, gone, keep));
    boolean whole = dims.size() <= 1 && gone.size() == dims.size();
    return List.of(
        whole
            ? new Value(input.type(), result.shape(), total(input, function).orElse(null))
            : result);
  }

  private static Optional<List<Double>> total(Value input, DoubleBinaryOperator function) {
    return input
        .content()
        .flatMap(
            all ->
                all.stream()
                    .reduce(
                        (a, b) ->
                            a.isNaN() || b.isNaN() ? Double.NaN : function.applyAsDouble(a, b)))
        .map(value -> List.of(Numbers.fit(value, input.type())));
  }

  private static List<Value> argument(Operator operator) {
    Value input = operator.input(0);
    List<Long> dims = input.dims().orElse(List.of());
    int axis = Dims.axis(operator.integer("axis", 0), dims.size());
    if (axis < 0) {
      return List.of(Value.ofType(ElementTypes.INT64));
    }
    boolean keep = operator.integer("keepdims", 1) != 0;
    return List.of(Value.of(ElementTypes.INT64, without(dims, new TreeSet<>(List.of(axis)), keep)));
  }

  private static List<Long> without(List<Long> dims, Set<Integer> gone, boolean keep) {
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      if (!gone.contains(i)) {
        result.add(dims.get(i));
      } else if (keep) {
        result.add(1L);
      }
    }
    return result;
  }
}
