package io.github.segbench.cli;

import io.github.segbench.inspect.FamilyProposal;
import io.github.segbench.inspect.Inspection;
import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.onnx.DeclaredTensor;
import io.github.segbench.inspect.onnx.OnnxSummary;
import io.github.segbench.inspect.shape.MacCount;
import io.github.segbench.inspect.torchscript.TorchScriptSummary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An inspection as JSON; what is not known is absent. */
final class InspectionJson {
  private InspectionJson() {}

  static String of(Inspection inspection, List<FamilyProposal> proposals) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (inspection instanceof Inspection.Onnx onnx) {
      onnx(node, onnx.summary());
      ArrayNode families = node.putArray("families");
      for (FamilyProposal proposal : proposals) {
        ObjectNode family = families.addObject();
        family.put("family", proposal.family());
        family.put("certainty", proposal.fit().certainty());
        family.put("reason", proposal.fit().reason());
        ObjectNode options = family.putObject("options");
        new TreeMap<>(proposal.fit().options()).forEach(options::put);
      }
    } else if (inspection instanceof Inspection.TorchScript script) {
      torchScript(node, script.summary());
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  private static void onnx(ObjectNode node, OnnxSummary summary) {
    node.put("format", "onnx");
    node.put("file", summary.file().toString());
    node.put("bytes", summary.bytes());
    node.put("irVersion", summary.irVersion());
    node.put("producer", summary.producer());
    longs(node.putObject("opsets"), summary.opsets());
    tensors(node.putArray("inputs"), summary.inputs());
    tensors(node.putArray("outputs"), summary.outputs());
    node.put("precision", summary.weights().precision().id());
    node.put("precisionDescription", summary.weights().description());
    parameters(node, summary.parameters());
    ObjectNode operators = node.putObject("operators");
    new TreeMap<>(summary.operators()).forEach(operators::put);
    summary.customDomains().forEach(node.putArray("customDomains")::add);
    longs(node.putObject("externalFiles"), summary.externalFiles());
    summary.countedAt().ifPresent(size -> node.put("size", size.toString()));
    summary.macs().ifPresent(macs -> macs(node.putObject("macs"), macs));
  }

  private static void macs(ObjectNode node, MacCount macs) {
    node.put("known", macs.known());
    longs(node.putObject("byOperator"), macs.byOperator());
    ArrayNode uncounted = node.putArray("uncounted");
    for (MacCount.Uncounted operator : macs.uncounted()) {
      ObjectNode item = uncounted.addObject().put("operator", operator.operator());
      if (operator.each() >= 0) {
        item.put("each", operator.each());
      }
    }
  }

  private static void tensors(ArrayNode nodes, List<DeclaredTensor> tensors) {
    for (DeclaredTensor tensor : tensors) {
      ObjectNode node = nodes.addObject();
      node.put("name", tensor.name());
      node.put("type", tensor.typeName());
      node.put("shape", tensor.shapeText());
      tensor.sizes().forEach(node.putArray("sizes")::add);
    }
  }

  private static void parameters(ObjectNode node, ParameterCount count) {
    node.put("parameters", count.parameters());
    longs(node.putObject("elements"), count.elements());
    node.put("tensorBytes", count.bytes());
  }

  private static void longs(ObjectNode node, Map<String, Long> map) {
    new TreeMap<>(map).forEach(node::put);
  }

  private static void torchScript(ObjectNode node, TorchScriptSummary summary) {
    node.put("format", "torchscript");
    node.put("file", summary.file().toString());
    node.put("bytes", summary.bytes());
    node.put("archiveVersion", summary.formatVersion());
    node.put("class", summary.type());
    summary.methods().forEach(method -> node.withArray("methods").add(method.toString()));
    node.put("precision", summary.weights().precision().id());
    parameters(node, summary.parameters());
    summary.code().forEach(node.putArray("code")::add);
  }
}
