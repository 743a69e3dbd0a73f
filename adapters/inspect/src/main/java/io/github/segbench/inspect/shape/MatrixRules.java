package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products of matrices. Source: onnx/onnx, docs/Operators.md. */
final class MatrixRules {
  private MatrixRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Gemm", MatrixRules::gemm);
    rules.put("MatMul", operator -> matmul(operator, 1, operator.input(0).type()));
    rules.put("MatMulInteger", operator -> matmul(operator, 1, ElementTypes.INT32));
    rules.put("QLinearMatMul", operator -> matmul(operator, 3, operator.input(7).type()));
    rules.put("Einsum", MatrixRules::einsum);
  }

  private static List<Value> gemm(Operator operator) {
    int type = operator.input(0).type();
    Optional<List<Long>> a = matrix(operator.input(0));
    Optional<List<Long>> b = matrix(operator.input(1));
    long rows = a.map(dims -> dims.get(isTransposed(operator, "transA") ? 1 : 0)).orElse(-1L);
    long columns = b.map(dims -> dims.get(isTransposed(operator, "transB") ? 0 : 1)).orElse(-1L);
    return List.of(Value.of(type, List.of(rows, columns)));
  }

  /** The length of the products' sums. */
  static long gemmDepth(Operator operator) {
    return matrix(operator.input(1))
        .map(dims -> dims.get(isTransposed(operator, "transB") ? 1 : 0))
        .orElse(Dims.UNKNOWN);
  }

  private static boolean isTransposed(Operator operator, String name) {
    return operator.integer(name, 0) != 0;
  }

  private static Optional<List<Long>> matrix(Value value) {
    return value.dims().filter(dims -> dims.size() == 2);
  }

  private static List<Value> matmul(Operator operator, int right, int type) {
    Optional<List<Long>> left = operator.input(0).dims();
    Optional<List<Long>> other = operator.input(right).dims();
    if (left.isEmpty() || other.isEmpty() || left.get().isEmpty() || other.get().isEmpty()) {
      return List.of(Value.ofType(type));
    }
    List<Long> a = left.get();
    List<Long> b = other.get();
    Optional<List<Long>> batch =
        Dims.broadcast(
            a.subList(0, Math.max(0, a.size() - 2)), b.subList(0, Math.max(0, b.size() - 2)));
    if (batch.isEmpty()) {
      return List.of(Value.ofType(type));
    }
    List<Long> out = new ArrayList<>(batch.get());
    if (a.size() > 1) {
      out.add(a.get(a.size() - 2));
    }
    if (b.size() > 1) {
      out.add(b.get(b.size() - 1));
    }
    return List.of(Value.of(type, out));
  }

  private static List<Value> einsum(Operator operator) {
    return List.of(
        Einsum.of(operator)
            .map(einsum -> Value.of(operator.input(0).type(), einsum.output()))
            .orElse(Value.ofType(operator.input(0).type())));
  }
}
