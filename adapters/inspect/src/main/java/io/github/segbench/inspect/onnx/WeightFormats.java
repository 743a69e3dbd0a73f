package io.github.segbench.inspect.onnx;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.inspect.file.WeightFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells from operators and stored tensors what a network computes with. */
final class WeightFormats {
  private static final Set<String> DYNAMIC =
      Set.of("ConvInteger", "MatMulInteger", "DynamicQuantizeLinear", "DynamicQuantizeMatMul");
  private static final Set<String> OPERATORS =
      Set.of("QLinearConv", "QLinearMatMul", "QGemm", "QLinearAdd");

  private WeightFormats() {}

  static WeightFormat of(Set<String> operators, Map<String, Long> elements) {
    if (!Collections.disjoint(operators, DYNAMIC)) {
      return new WeightFormat(Precision.INT8, "int8, dynamic (scales are found while it runs)");
    }
    if (!Collections.disjoint(operators, OPERATORS)) {
      return new WeightFormat(Precision.INT8, "int8, static (quantised operators)");
    }
    if (operators.containsAll(List.of("QuantizeLinear", "DequantizeLinear"))) {
      return new WeightFormat(Precision.INT8, "int8, static (QDQ)");
    }
    long single = elements.getOrDefault("float32", 0L);
    long half = elements.getOrDefault("float16", 0L);
    long brain = elements.getOrDefault("bfloat16", 0L);
    String dequantised = operators.contains("DequantizeLinear") ? ", 8-bit weights" : "";
    if (half > single && half >= brain) {
      boolean mixed = single > half / 100;
      return new WeightFormat(Precision.FP16, (mixed ? "fp16 and fp32" : "fp16") + dequantised);
    }
    if (brain > single) {
      return new WeightFormat(Precision.FP32, "bfloat16, which segbench has no name for");
    }
    boolean mixed = half > single / 100;
    return new WeightFormat(Precision.FP32, (mixed ? "fp32 and fp16" : "fp32") + dequantised);
  }
}
