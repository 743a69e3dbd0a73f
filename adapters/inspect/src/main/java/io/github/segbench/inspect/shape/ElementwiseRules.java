package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operators that work element by element, and those that keep the shape of their first input. */
final class ElementwiseRules {
  private static final List<String> KEEP_SHAPE =
      List.of(
          "Abs",
          "Acos",
          "Asin",
          "Atan",
          "BatchNormalization",
          "Celu",
          "Clip",
          "Cos",
          "CumSum",
          "Dropout",
          "Elu",
          "Erf",
          "Exp",
          "FastGelu",
          "Gelu",
          "GroupNormalization",
          "HardSigmoid",
          "HardSwish",
          "Hardmax",
          "InstanceNormalization",
          "LRN",
          "LayerNormalization",
          "LeakyRelu",
          "Log",
          "LogSoftmax",
          "LpNormalization",
          "MeanVarianceNormalization",
          "Mish",
          "PRelu",
          "QLinearLeakyRelu",
          "QLinearSigmoid",
          "QuickGelu",
          "Relu",
          "Scatter",
          "ScatterElements",
          "ScatterND",
          "Selu",
          "Shrink",
          "Sigmoid",
          "Sign",
          "Sin",
          "Softmax",
          "Softplus",
          "Softsign",
          "Tan",
          "Tanh",
          "ThresholdedRelu",
          "Trilu");

  private ElementwiseRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    KEEP_SHAPE.forEach(type -> rules.put(type, operator -> List.of(same(operator.input(0)))));
    rules.put("Identity", operator -> List.of(operator.input(0)));
    rules.put("Neg", unary(value -> -value));
    rules.put("Floor", unary(Math::floor));
    rules.put("Ceil", unary(Math::ceil));
    rules.put("Round", unary(Math::rint));
    rules.put("Sqrt", unary(Math::sqrt));
    rules.put("Reciprocal", unary(value -> 1 / value));
    rules.put("Not", unary(value -> value == 0 ? 1 : 0));
    rules.put("Cast", ElementwiseRules::cast);
    rules.put("CastLike", operator -> List.of(typed(operator, operator.input(1).type())));
    rules.put("IsNaN", operator -> List.of(typed(operator, ElementTypes.BOOL)));
    rules.put("IsInf", operator -> List.of(typed(operator, ElementTypes.BOOL)));
    rules.put("QuantizeLinear", ElementwiseRules::quantize);
    rules.put("DequantizeLinear", operator -> List.of(typed(operator, operator.input(1).type())));
    rules.put(
        "DynamicQuantizeLinear",
        operator ->
            List.of(
                typed(operator, ElementTypes.UINT8),
                Value.of(ElementTypes.FLOAT, List.of()),
                Value.of(ElementTypes.UINT8, List.of())));
    rules.put("Add", binary((a, b) -> a + b));
    rules.put("Sub", binary((a, b) -> a - b));
    rules.put("Mul", binary((a, b) -> a * b));
    rules.put("Div", binary((a, b) -> a / b));
    rules.put("Pow", binary(Math::pow));
    rules.put("Mod", operator -> List.of(broadcast(operator, operator.input(0).type(), 0, 1)));
    rules.put("Min", many(Math::min));
    rules.put("Max", many(Math::max));
    rules.put("Sum", many((a, b) -> a + b));
    rules.put("Mean", ElementwiseRules::mean);
    rules.put("Equal", comparison((a, b) -> a == b ? 1 : 0));
    rules.put("Less", comparison((a, b) -> a < b ? 1 : 0));
    rules.put("LessOrEqual", comparison((a, b) -> a <= b ? 1 : 0));
    rules.put("Greater", comparison((a, b) -> a > b ? 1 : 0));
    rules.put("GreaterOrEqual", comparison((a, b) -> a >= b ? 1 : 0));
    rules.put("And", comparison((a, b) -> a != 0 && b != 0 ? 1 : 0));
    rules.put("Or", comparison((a, b) -> a != 0 || b != 0 ? 1 : 0));
    rules.put("Xor", comparison((a, b) -> (a != 0) != (b != 0) ? 1 : 0));
    rules.put("Where", ElementwiseRules::where);
    for (String type : List.of("QLinearAdd", "QLinearMul")) {
      rules.put(type, operator -> List.of(broadcast(operator, operator.input(0).type(), 0, 3)));
    }
  }

  private static Value same(Value value) {
    return new Value(value.type(), value.shape(), null);
  }

  private static Value typed(Operator operator, int type) {
    return new Value(type, operator.input(0).shape(), null);
  }

  private static List<Value> quantize(Operator operator) {
    int type = operator.hasInput(2) ? operator.input(2).type() : ElementTypes.UINT8;
    return List.of(typed(operator, type));
  }

  private static List<Value> mean(Operator operator) {
    return List.of(same(many((a, b) -> a).outputs(operator).get(0)));
  }

  private static ShapeRule unary(DoubleUnaryOperator function) {
    return operator -> {
      Value input = operator.input(0);
      return List.of(
          new Value(
              input.type(),
              input.shape(),
              input
                  .content()
                  .map(
                      all ->
                          all.stream()
                              .map(x -> Numbers.fit(function.applyAsDouble(x), input.type()))
                              .toList())
                  .orElse(null)));
    };
  }

  private static List<Value> cast(Operator operator) {
    Value input = operator.input(0);
    int type = (int) operator.integer("to", 0);
    return List.of(
        new Value(
            type,
            input.shape(),
            input
                .content()
                .map(all -> all.stream().map(x -> Numbers.fit(x, type)).toList())
                .orElse(null)));
  }

  private static ShapeRule binary(DoubleBinaryOperator function) {
    return operator -> {
      int type =
          operator.input(0).type() != 0 ? operator.input(0).type() : operator.input(1).type();
      return List.of(combined(operator.input(0), operator.input(1), type, function));
    };
  }

  private static ShapeRule comparison(DoubleBinaryOperator function) {
    return operator ->
        List.of(combined(operator.input(0), operator.input(1), ElementTypes.BOOL, function));
  }

  private static ShapeRule many(DoubleBinaryOperator function) {
    return operator -> {
      Value result = operator.input(0);
      for (int i = 1; i < operator.inputs().size(); i++) {
        result = combined(result, operator.input(i), result.type(), function);
      }
      return List.of(result);
    };
  }

  private static Value combined(Value a, Value b, int type, DoubleBinaryOperator function) {
    Optional<List<Long>> dims =
        a.dims().flatMap(left -> b.dims().flatMap(right -> Dims.broadcast(left, right)));
    if (dims.isEmpty()) {
      return Value.ofType(type);
    }
    return new Value(
        type,
        dims.get(),
        Numbers.combine(a, b, dims.get(), (x, y) -> Numbers.fit(function.applyAsDouble(x, y), type))
            .orElse(null));
  }

  private static Value broadcast(Operator operator, int type, int left, int right) {
    return operator
        .input(left)
        .dims()
        .flatMap(a -> operator.input(right).dims().flatMap(b -> Dims.broadcast(a, b)))
        .map(dims -> Value.of(type, dims))
        .orElse(Value.ofType(type));
  }

  private static List<Value> where(Operator operator) {
    Value yes = operator.input(1);
    Value no = operator.input(2);
    Value either = combined(yes, no, yes.type(), (a, b) -> Double.NaN);
    Value shaped = combined(operator.input(0), either, yes.type(), (a, b) -> Double.NaN);
    Optional<List<Double>> condition = operator.input(0).content();
    List<Long> dims = shaped.dims().orElse(List.of());
    if (condition.isEmpty() || dims.size() != 1) {
      return List.of(same(shaped));
    }
    List<Double> chosen = new ArrayList<>();
    for (int i = 0; i < dims.get(0); i++) {
      double test = Numbers.at(operator.input(0), i);
      chosen.add(Double.isNaN(test) ? Double.NaN : Numbers.at(test != 0 ? yes : no, i));
    }
    return List.of(new Value(yes.type(), dims, chosen));
  }
}
