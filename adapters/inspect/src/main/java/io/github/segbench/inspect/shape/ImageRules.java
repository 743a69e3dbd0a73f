package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resizing, sampling and the operators of detectors, whose number of objects is only known when
 * they run. Source: onnx/onnx, docs/Operators.md.
 */
final class ImageRules {
  private ImageRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Resize", ImageRules::resize);
    rules.put("Upsample", ImageRules::resize);
    rules.put("RoiAlign", ImageRules::roiAlign);
    rules.put("GridSample", ImageRules::gridSample);
    rules.put(
        "NonMaxSuppression",
        operator -> List.of(Value.of(ElementTypes.INT64, List.of(Dims.UNKNOWN, 3L))));
    rules.put("NonZero", ImageRules::nonZero);
  }

  private static List<Value> resize(Operator operator) {
    Value input = operator.input(0);
    if (input.dims().isEmpty()) {
      return List.of(Value.ofType(input.type()));
    }
    List<Long> dims = input.dims().get();
    Optional<List<Double>> sizes =
        operator.hasInput(3) ? operator.input(3).content() : Optional.empty();
    int scalesInput = operator.inputs().size() > 2 ? 2 : 1;
    Optional<List<Double>> scales =
        operator.has("scales")
            ? operator.numbers("scales").map(all -> all.stream().map(Float::doubleValue).toList())
            : operator.input(scalesInput).content();
    boolean stretched = operator.text("keep_aspect_ratio_policy", "stretch").equals("stretch");
    List<Long> axes = operator.integers("axes").orElse(List.of());
    List<Long> result = new ArrayList<>(axes.isEmpty() ? Dims.unknown(dims.size()) : dims);
    for (int i = 0; i < (axes.isEmpty() ? dims.size() : axes.size()); i++) {
      int axis = axes.isEmpty() ? i : Dims.axis(axes.get(i), dims.size());
      if (axis < 0 || !stretched) {
        return List.of(Value.ofRank(input.type(), dims.size()));
      }
      long size = Dims.UNKNOWN;
      if (operator.hasInput(3)) {
        size = at(sizes, i).map(Numbers::size).orElse(Dims.UNKNOWN);
      } else if (dims.get(axis) >= 0) {
        float length = dims.get(axis);
        size =
            at(scales, i)
                .map(scale -> Numbers.size(Math.floor(length * scale.floatValue())))
                .orElse(Dims.UNKNOWN);
      }
      result.set(axis, size);
    }
    return List.of(Value.of(input.type(), result));
  }

  private static Optional<Double> at(Optional<List<Double>> list, int i) {
    return list.filter(all -> i < all.size()).map(all -> all.get(i)).filter(v -> !v.isNaN());
  }

  private static List<Value> roiAlign(Operator operator) {
    Value input = operator.input(0);
    long channels = size(input, 1);
    long objects = size(operator.input(1), 0);
    return List.of(
        Value.of(
            input.type(),
            List.of(
                objects,
                channels,
                operator.integer("output_height", 1),
                operator.integer("output_width", 1))));
  }

  private static List<Value> gridSample(Operator operator) {
    Value input = operator.input(0);
    Value grid = operator.input(1);
    return List.of(
        Value.of(
            input.type(), List.of(size(input, 0), size(input, 1), size(grid, 1), size(grid, 2))));
  }

  private static List<Value> nonZero(Operator operator) {
    long rank = operator.input(0).dims().map(dims -> (long) dims.size()).orElse(Dims.UNKNOWN);
    return List.of(Value.of(ElementTypes.INT64, List.of(rank, Dims.UNKNOWN)));
  }

  private static long size(Value value, int axis) {
    return value
        .dims()
        .filter(dims -> axis < dims.size())
        .map(dims -> dims.get(axis))
        .orElse(Dims.UNKNOWN);
  }
}
