package io.github.segbench.inspect.shape;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Multiply-accumulate operations of one run of an operator: of convolutions and products of
 * matrices, whatever their precision. Everything else counts as free, as is usual.
 */
final class MacRules {
  /** Multiply matrices in ways that are not followed here. */
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "LSTM",
          "GRU",
          "RNN",
          "Attention",
          "MultiHeadAttention",
          "FusedMatMul",
          "MatMulNBits",
          "QGemm",
          "QAttention",
          "DynamicQuantizeMatMul",
          "MatMulIntegerToFloat",
          "NhwcConv",
          "DynamicQuantizeLSTM",
          "FusedGemm");

  private static final Set<String> STANDARD_DOMAINS = Set.of("", "ai.onnx", "com.microsoft");

  private MacRules() {}

  /** Whether it may multiply and accumulate. */
  static boolean counts(Operator operator) {
    return !STANDARD_DOMAINS.contains(operator.node().getDomain())
        || NOT_COUNTED.contains(operator.type())
        || switch (operator.type()) {
          case "Conv",
              "FusedConv",
              "DeformConv",
              "ConvInteger",
              "QLinearConv",
              "ConvTranspose",
              "Gemm",
              "MatMul",
              "MatMulInteger",
              "QLinearMatMul",
              "Einsum" ->
              true;
          default -> false;
        };
  }

  /** -1 if a size that matters is not known. */
  static long macs(Operator operator, List<Value> outputs) {
    if (!STANDARD_DOMAINS.contains(operator.node().getDomain())) {
      return Dims.UNKNOWN;
    }
    Value output = outputs.isEmpty() ? Value.UNKNOWN : outputs.get(0);
    return switch (operator.type()) {
      case "Conv", "FusedConv", "DeformConv", "ConvInteger" -> taps(output, operator.input(1));
      case "QLinearConv" -> taps(output, operator.input(3));
      case "ConvTranspose" -> taps(operator.input(0), operator.input(1));
      case "Gemm" -> Dims.times(elements(output), MatrixRules.gemmDepth(operator));
      case "MatMul", "MatMulInteger", "QLinearMatMul" ->
          Dims.times(elements(output), last(operator.input(0)));
      case "Einsum" -> Einsum.of(operator).map(Einsum::products).orElse(Dims.UNKNOWN);
      default -> Dims.UNKNOWN;
    };
  }

  /** Each position takes a product with the weight {@code [K, C / groups, D1, D2, ...]} less K. */
  private static long taps(Value positions, Value weight) {
    Optional<List<Long>> dims = weight.dims().filter(found -> found.size() > 2);
    return dims.isEmpty()
        ? Dims.UNKNOWN
        : Dims.times(elements(positions), Dims.product(dims.get().subList(1, dims.get().size())));
  }

  private static long elements(Value value) {
    return value.dims().map(Dims::product).orElse(Dims.UNKNOWN);
  }

  private static long last(Value value) {
    return value
        .dims()
        .filter(dims -> !dims.isEmpty())
        .map(dims -> dims.get(dims.size() - 1))
        .orElse(Dims.UNKNOWN);
  }
}
