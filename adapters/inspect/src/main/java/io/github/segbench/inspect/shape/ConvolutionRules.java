package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Convolutions and poolings, {@code [N, C, D1, D2, ...]}. Source: the operators' documentation in
 * onnx/onnx, docs/Operators.md.
 */
final class ConvolutionRules {
  private ConvolutionRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Conv", operator -> convolution(operator, 1, operator.input(0).type()));
    rules.put("FusedConv", operator -> convolution(operator, 1, operator.input(0).type()));
    rules.put("DeformConv", operator -> convolution(operator, 1, operator.input(0).type()));
    rules.put("ConvInteger", operator -> convolution(operator, 1, ElementTypes.INT32));
    rules.put("QLinearConv", operator -> convolution(operator, 3, operator.input(7).type()));
    rules.put("ConvTranspose", ConvolutionRules::transposed);
    for (String pool : List.of("MaxPool", "AveragePool", "LpPool", "QLinearAveragePool")) {
      rules.put(pool, ConvolutionRules::pool);
    }
    for (String pool :
        List.of("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool", "QLinearGlobalAveragePool")) {
      rules.put(pool, ConvolutionRules::globalPool);
    }
    rules.put("MaxUnpool", ConvolutionRules::unpool);
  }

  private static List<Value> convolution(Operator operator, int weightInput, int type) {
    Optional<List<Long>> input = operator.input(0).dims();
    Optional<List<Long>> weight = operator.input(weightInput).dims();
    if (input.isEmpty() || weight.isEmpty() || input.get().size() < 2) {
      return List.of(Value.ofType(type));
    }
    List<Long> x = input.get();
    List<Long> w = weight.get();
    if (w.size() != x.size() || operator.integer("channels_last", 0) != 0) {
      return List.of(Value.ofType(type));
    }
    List<Long> out = new ArrayList<>(List.of(x.get(0), w.get(0)));
    out.addAll(Window.of(operator, spatial(w)).slide(spatial(x)));
    return List.of(Value.of(type, out));
  }

  private static List<Value> transposed(Operator operator) {
    int type = operator.input(0).type();
    Optional<List<Long>> input = operator.input(0).dims();
    Optional<List<Long>> weight = operator.input(1).dims();
    if (input.isEmpty() || weight.isEmpty() || input.get().size() < 2) {
      return List.of(Value.ofType(type));
    }
    List<Long> x = input.get();
    List<Long> w = weight.get();
    if (w.size() != x.size()) {
      return List.of(Value.ofType(type));
    }
    int axes = x.size() - 2;
    List<Long> out = new ArrayList<>();
    out.add(x.get(0));
    out.add(Dims.times(w.get(1), operator.integer("group", 1)));
    List<Long> padding = axesOf(operator, "output_padding", axes, 0L);
    out.addAll(
        operator
            .integers("output_shape")
            .filter(shape -> shape.size() == axes)
            .orElseGet(() -> Window.of(operator, spatial(w)).spread(spatial(x), padding)));
    return List.of(Value.of(type, out));
  }

  private static List<Long> axesOf(Operator operator, String name, int axes, long otherwise) {
    return operator
        .integers(name)
        .filter(values -> values.size() == axes)
        .orElse(Collections.nCopies(axes, otherwise));
  }

  private static List<Value> pool(Operator operator) {
    int type = operator.input(0).type();
    Optional<List<Long>> input = operator.input(0).dims();
    Optional<List<Long>> kernel = operator.integers("kernel_shape");
    if (input.isEmpty() || kernel.isEmpty() || kernel.get().size() != input.get().size() - 2) {
      return List.of(Value.ofType(type));
    }
    List<Long> out = new ArrayList<>(input.get().subList(0, 2));
    out.addAll(Window.of(operator, kernel.get()).slide(spatial(input.get())));
    return List.of(Value.of(type, out), Value.of(ElementTypes.INT64, out));
  }

  private static List<Value> globalPool(Operator operator) {
    Value input = operator.input(0);
    Optional<List<Long>> dims = input.dims().filter(found -> found.size() >= 2);
    if (dims.isEmpty()) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> out = new ArrayList<>(dims.get().subList(0, 2));
    out.addAll(Collections.nCopies(dims.get().size() - 2, 1L));
    return List.of(Value.of(input.type(), out));
  }

  private static List<Value> unpool(Operator operator) {
    Value input = operator.input(0);
    Optional<List<Long>> given = operator.input(2).integers();
    if (given.isPresent()) {
      return List.of(Value.of(input.type(), given.get()));
    }
    Optional<List<Long>> kernel = operator.integers("kernel_shape");
    Optional<List<Long>> dims = input.dims();
    if (operator.hasInput(2)
        || dims.isEmpty()
        || kernel.isEmpty()
        || kernel.get().size() != dims.get().size() - 2) {
      return List.of(Value.ofType(input.type()));
    }
    int axes = kernel.get().size();
    List<Long> out = new ArrayList<>(dims.get().subList(0, 2));
    out.addAll(
        Window.of(operator, kernel.get())
            .spread(spatial(dims.get()), Collections.nCopies(axes, 0L)));
    return List.of(Value.of(input.type(), out));
  }

  private static List<Long> spatial(List<Long> dims) {
    return dims.subList(2, dims.size());
  }
}
