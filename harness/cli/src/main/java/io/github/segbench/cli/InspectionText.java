package io.github.segbench.cli;

import io.github.segbench.datasets.download.ByteSize;
import io.github.segbench.inspect.FamilyProposal;
import io.github.segbench.inspect.Inspection;
import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.onnx.DeclaredTensor;
import io.github.segbench.inspect.onnx.OnnxSummary;
import io.github.segbench.inspect.shape.MacCount;
import io.github.segbench.inspect.torchscript.ScriptMethod;
import io.github.segbench.inspect.torchscript.TorchScriptSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An inspection as lines for people, each under the word that says what it tells. */
final class InspectionText {
  private static final int MOST_LISTED = 20;

  private final PrintWriter out;

  private InspectionText(PrintWriter out) {
    this.out = out;
  }

  static void print(Inspection inspection, List<FamilyProposal> proposals, PrintWriter out) {
    InspectionText text = new InspectionText(out);
    if (inspection instanceof Inspection.Onnx onnx) {
      text.onnx(onnx.summary());
      text.families(onnx.summary(), proposals);
    } else if (inspection instanceof Inspection.TorchScript script) {
      text.torchScript(script.summary());
    }
  }

  private void line(String title, String text) {
    out.println(String.format(Locale.ROOT, "%-11s %s", title, text).stripTrailing());
  }

  private void onnx(OnnxSummary summary) {
    line("file", summary.file() + ", " + ByteSize.text(summary.bytes()));
    line(
        "format",
        "ONNX, IR version "
            + summary.irVersion()
            + ", opset "
            + entries(summary.opsets())
            + (summary.producer().isEmpty() ? "" : ", by " + summary.producer()));
    tensors("inputs", summary.inputs());
    tensors("outputs", summary.outputs());
    line("precision", summary.weights().description());
    parameters(summary.parameters());
    macs(summary);
    int count = summary.operators().values().stream().mapToInt(Integer::intValue).sum();
    line("operators", count + ": " + mostFirst(summary.operators()));
    if (!summary.customDomains().isEmpty()) {
      line(
          "custom",
          "operators of "
              + String.join(", ", summary.customDomains())
              + ": backends need a library for them");
    }
    summary
        .externalFiles()
        .forEach((name, bytes) -> line("beside it", external(summary.file(), name, bytes)));
  }

  private static String external(Path model, String name, long bytes) {
    Path file = model.toAbsolutePath().resolveSibling(name);
    String state = "missing";
    if (Files.isRegularFile(file)) {
      state = file.toFile().length() < bytes ? "too short" : "present";
    }
    return name + ", " + ByteSize.text(bytes) + ", " + state;
  }

  private void tensors(String title, List<DeclaredTensor> tensors) {
    String word = title;
    for (DeclaredTensor tensor : tensors) {
      line(word, tensor.name() + "  " + tensor.typeName() + "  " + tensor.shapeText());
      word = "";
    }
  }

  private void parameters(ParameterCount count) {
    line(
        "parameters",
        String.format(
            Locale.ROOT,
            "%,d; all tensors: %s, %s",
            count.parameters(),
            count.sortedElements().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ")),
            ByteSize.text(count.bytes())));
  }

  private void macs(OnnxSummary summary) {
    if (summary.macs().isEmpty()) {
      line("MACs", "not counted: the input has no fixed size, give one with --size WxH");
      return;
    }
    MacCount macs = summary.macs().get();
    String at = summary.countedAt().map(size -> " at " + size).orElse("");
    line(
        "MACs",
        millions(macs.known())
            + at
            + String.format(Locale.ROOT, " (%,d)", macs.known())
            + (macs.byOperator().isEmpty() ? "" : ": " + shares(macs.byOperator())));
    if (macs.uncounted().isEmpty()) {
      return;
    }
    line("", "and " + macs.uncounted().size() + " operators whose size only a run tells:");
    macs.uncounted().stream()
        .limit(MOST_LISTED)
        .forEach(
            operator ->
                line(
                    "",
                    "  "
                        + operator.operator()
                        + (operator.each() < 0
                            ? ", unknown"
                            : ", " + millions(operator.each()) + " for each object")));
    if (macs.uncounted().size() > MOST_LISTED) {
      line("", "  and " + (macs.uncounted().size() - MOST_LISTED) + " more");
    }
  }

  static String millions(long macs) {
    return macs >= 10_000_000_000L
        ? String.format(Locale.ROOT, "%.2f G", macs / 1e9)
        : String.format(Locale.ROOT, "%.1f M", macs / 1e6);
  }

  private static String shares(Map<String, Long> macs) {
    return macs.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getKey() + " " + millions(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String entries(Map<String, Long> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String mostFirst(Map<String, Integer> operators) {
    return operators.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void families(OnnxSummary summary, List<FamilyProposal> proposals) {
    if (summary.signature().isEmpty()) {
      line("adapter", "none: an input or output has a type that segbench does not know");
      return;
    }
    if (proposals.isEmpty()) {
      line("adapter", "none decodes such inputs and outputs; see docs/extending-model-families.md");
      return;
    }
    String title = "adapter";
    for (FamilyProposal proposal : proposals) {
      line(
          title,
          String.format(
              Locale.ROOT,
              "%s (%.2f): %s",
              proposal.family(),
              proposal.fit().certainty(),
              proposal.fit().reason()));
      if (!proposal.fit().options().isEmpty()) {
        line("", "  options: " + new TreeMap<>(proposal.fit().options()));
      }
      title = "or";
    }
  }

  private void torchScript(TorchScriptSummary summary) {
    line("file", summary.file() + ", " + ByteSize.text(summary.bytes()));
    line(
        "format",
        "TorchScript, archive version " + summary.formatVersion() + ", class " + summary.type());
    String title = "methods";
    for (ScriptMethod method : summary.methods()) {
      line(title, method.toString());
      title = "";
    }
    line("precision", summary.weights().description());
    parameters(summary.parameters());
    line("code", summary.code().size() + " files: " + limited(summary.code()));
    line("shapes", "not told by TorchScript; inspect the ONNX export of the same network");
  }

  private static String limited(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(5, names.size())))
        + (names.size() > 5 ? ", ..." : "");
  }
}
